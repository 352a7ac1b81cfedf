// What a plugin may change: each dated value is held against the one that holds on the same days.

import Diagnostics
import Quantities

/// Holds the change of a parameter against the parameter's rule.
struct ChangeRules {
  let parameter: Parameter
  let instrument: String
  let plugin: String
  let place: SourceSpan
  let findings: FindingCollector

  /// The versions after the change; `nil` when it is refused.
  ///
  /// Days about which the change says nothing keep their value.
  func versions(changedTo changes: [ReadVersion]) -> [ParameterVersion]? {
    let before = findings.findings.count
    if parameter.local == .fixed {
      refuse("\(name) is fixed", at: place, "remove the change: nothing may be set here")
      return nil
    }
    if parameter.isOpen {
      for change in changes { checkUnits(of: change.read) }
      return findings.findings.count == before ? changes.map { $0.version(by: plugin) } : nil
    }
    var kept = parameter.versions
    var set: [ParameterVersion] = []
    for change in changes {
      checkDays(of: change)
      set += parameter.versions.compactMap { version in
        guard let days = version.validity.intersection(change.validity) else { return nil }
        return value(change.read, insteadOf: version).map {
          ParameterVersion(value: $0, validity: days, plugin: plugin)
        }
      }
      kept = kept.flatMap { version in
        version.validity.subtracting(change.validity).map {
          ParameterVersion(value: version.value, validity: $0, plugin: version.plugin)
        }
      }
    }
    guard findings.findings.count == before else { return nil }
    return (kept + set).sorted { left, right in
      guard let start = right.from else { return false }
      return left.from.map { $0 < start } ?? true
    }
  }

  // MARK: Days

  /// A day on which the catalogue has no value has none that could be changed.
  ///
  /// A change without a first or last day reaches as far as the catalogue's values do.
  private func checkDays(of change: ReadVersion) {
    let rest = parameter.versions.reduce([change.validity]) { rest, version in
      rest.flatMap { $0.subtracting(version.validity) }
    }
    let isElsewhere = !parameter.versions.contains { $0.validity.overlaps(change.validity) }
    let isDated = change.validity != Validity()
    guard
      let days = rest.first(where: {
        isElsewhere || (isDated && $0.from != nil && $0.to != nil)
      })
    else { return }
    let known = parameter.versions.map { "\($0.value) (\($0.validity))" }.joined(separator: ", ")
    refuse(
      "the catalogue has no value of \(name) to change on the days \(days)", at: change.span,
      "keep to the days of the catalogue's values: \(known)")
  }

  // MARK: Values

  /// The changed value, once it is checked.
  private func value(
    _ read: ReadValue, insteadOf version: ParameterVersion
  ) -> ParameterValue? {
    switch (read.value, version.value) {
    case (.quantity(let new), .quantity(let old)):
      check(new, against: old, at: read.spans[0], on: version)
      return read.value
    case (.scale(let new), .scale(let old)):
      return scale(new, at: read.spans, insteadOf: old, version).map { .scale($0) }
    case (.scale, .quantity):
      refuse(
        "\(name) is one value, and a scale cannot stand in its place", at: read.spans[0],
        "give one `value`; scripts use it as it is")
    case (.quantity, .scale):
      refuse(
        "\(name) is a scale, and one value cannot stand in its place", at: read.spans[0],
        "give a `scale` with the tiers that change; scripts use it as it is")
    }
    return nil
  }

  private func scale(
    _ new: Scale, at spans: [SourceSpan], insteadOf old: Scale, _ version: ParameterVersion
  ) -> Scale? {
    switch (new, old) {
    case (.grades(let changes, _), .grades(var tiers, let field)):
      for (change, span) in zip(changes, spans) {
        guard let position = tiers.firstIndex(where: { $0.grade == change.grade }) else {
          refuse(
            "\(name) has no tier for `\(change.grade)`", at: span,
            NearestName.suggestion(for: change.grade, among: tiers.map(\.grade)))
          continue
        }
        check(change.value, against: tiers[position].value, at: span, on: version)
        tiers[position] = change
      }
      return .grades(tiers, field: field)
    case (.brackets(let changes), .brackets(var brackets)):
      for (change, span) in zip(changes, spans) {
        guard let position = brackets.firstIndex(where: { $0.isSameRange(as: change) }) else {
          refuse(
            "\(name) has no bracket \(change.range)", at: span,
            "the brackets are " + brackets.map(\.range).joined(separator: ", "))
          continue
        }
        check(change.value, against: brackets[position].value, at: span, on: version)
        brackets[position] = change
      }
      return .brackets(brackets)
    default:
      refuse(
        "\(name) goes by \(old.key), and this scale by \(new.key)", at: spans[0],
        "write `by: \(old.key)`")
      return nil
    }
  }

  private func checkUnits(of read: ReadValue) {
    for (value, span) in zip(read.value.quantities, read.spans) { _ = fits(value, at: span) }
  }

  private func fits(_ value: Quantity, at span: SourceSpan) -> Bool {
    if value.unit.goes(with: parameter.unit) { return true }
    refuse(
      "\(name) is in \(parameter.unit.named), and \(value) is not", at: span,
      "give the value in \(parameter.unit.named)")
    return false
  }

  private func check(
    _ new: Quantity, against old: Quantity, at span: SourceSpan, on version: ParameterVersion
  ) {
    guard fits(new, at: span) else { return }
    let when = version.validity == Validity() ? "" : " (\(version.validity))"
    switch parameter.local {
    case .mayRaise where new.value < old.value:
      refuse(
        "\(name) may only be raised, and \(new) is below \(old)\(when)", at: span,
        "set it to \(old) or more, or leave it as it is")
    case .mayLower where new.value > old.value:
      refuse(
        "\(name) may only be lowered, and \(new) is above \(old)\(when)", at: span,
        "set it to \(old) or less, or leave it as it is")
    case .within(let low, let high) where new.value < low.value || new.value > high.value:
      refuse(
        "\(name) must stay within [\(low), \(high)], and \(new) does not", at: span,
        "set it to \(low) or more and \(high) or less")
    default: break
    }
  }

  // MARK: Refusals

  private var name: String { "`\(parameter.name)` of `\(instrument)`" }

  /// Refuses the change: why, where the rule stands, and what is allowed.
  private func refuse(_ message: String, at span: SourceSpan, _ suggestion: String?) {
    findings.add(
      "overlay.refused", message, at: span,
      notes: ["the catalogue's rule is `\(parameter.local)`, at \(parameter.span.place)"],
      suggestion: suggestion)
  }
}

extension Scale {
  fileprivate var key: String {
    switch self {
    case .grades: "grade"
    case .brackets: "amount"
    }
  }
}

extension Scale.Bracket {
  fileprivate func isSameRange(as other: Scale.Bracket) -> Bool {
    from.unit.goes(with: other.from.unit) && from.value == other.from.value
      && below?.value == other.below?.value
  }
}
