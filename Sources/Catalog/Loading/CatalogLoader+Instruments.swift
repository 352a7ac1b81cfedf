// Reading instruments.

import Diagnostics
import Quantities

extension CatalogLoader {
  /// Reads `instruments.yaml`.
  func readInstruments() -> [Instrument] { entries(of: .instruments, readInstrument) }

  /// Reads an instrument; one that a plugin adds says on which local document it rests.
  func readInstrument(_ value: YAMLValue) -> Instrument? {
    let keys = [
      "id", "title", "measure", "subject", "kind", "frequency", "parameters", "split",
    ]
    let known = plugin == nil ? keys : keys + ["clause"]
    guard let fields = value.mapping("an instrument", keys: known) else { return nil }
    let idValue = fields.required("id")
    let id = declaredID(idValue, as: .instrument)
    let title = fields.required("title")?.title()
    let measure = numberedReference(fields.required("measure"), to: .measure)
    let subject = reference(fields.required("subject"), to: .subject)
    let kind = fields.required("kind")?.choice(Instrument.Kind.self)
    let frequency = fields.required("frequency")?.choice(Instrument.Frequency.self)
    let parameters = fields.required("parameters")?
      .mapping("the parameters of an instrument", keys: nil)?.entries
      .compactMap { readParameter($0) }
    let split = fields.optional("split").map { readSplit($0) } ?? []
    let addition = readAddition(of: fields)
    guard let idValue, let id, let title, let measure, let subject, let kind, let frequency,
      let parameters, plugin == nil || addition != nil
    else { return nil }
    return Instrument(
      id: id, title: title, measure: measure, subject: subject, kind: kind, frequency: frequency,
      parameters: parameters, split: split, addition: addition, span: idValue.span)
  }

  private func readAddition(of fields: YAMLMapping) -> Instrument.Addition? {
    guard let plugin, let clause = fields.required("clause")?.text() else { return nil }
    return Instrument.Addition(plugin: plugin, clause: clause)
  }

  /// Reads who pays which share; the shares must be the whole.
  private func readSplit(_ value: YAMLValue) -> [PayerShare] {
    guard let fields = value.mapping("a split", keys: nil) else { return [] }
    var sum: Quantity?
    var shares: [PayerShare] = []
    for entry in fields.entries {
      if let finding = Identifier.problem(with: entry.key, at: entry.keySpan) {
        findings.add(finding)
      }
      guard let share = entry.value.quantity(units) else { continue }
      guard share.unit.dimension == .number, !share.unit.isPlain, !share.isNegative else {
        entry.value.report(
          "catalog.split", "a share is a part of the whole such as `60%`, not \(share)")
        continue
      }
      shares.append(PayerShare(payer: entry.key, share: share))
      sum = sum.flatMap { try? $0 + share } ?? share
    }
    if shares.count == fields.entries.count, sum?.value != .one {
      value.report(
        "catalog.split", "the shares come to \(sum.map { "\($0)" } ?? "nothing"), not to 100%",
        suggestion: "let the shares add up to the whole")
    }
    return shares
  }
}
