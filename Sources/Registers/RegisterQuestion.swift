// What is asked about every subject of a register.

package import Evaluation
package import Scripting
package import Wire

/// How decisions on a register are laid out.
public enum RegisterLayout: String, Sendable, CaseIterable {
  /// A row for each subject and eligibility, with the reasons.
  case long
  /// A row for each subject with the amount of each eligibility, `0.00` where nothing is paid.
  case wide
}

/// How decisions on a register are written.
public enum RegisterFormat: String, Sendable, CaseIterable {
  case csv
  case json
  case jsonl
  /// Packed records, for a store to take in; see `PackedRecords`.
  case records
}

/// What is asked about every subject of a register, and how the answers are written.
package struct RegisterQuestion: Sendable {
  /// The path of the register, for findings.
  package let path: String

  /// The id of the kind of subject.
  package let kind: String

  /// For each field of the kind the column it stands in.
  package let columns: [Int?]

  /// How many columns the register has.
  package let width: Int

  /// The ids of the eligibilities.
  package let eligibilities: [String]

  /// The period and area.
  package let moment: Moment

  /// How decisions are laid out.
  package let layout: RegisterLayout

  /// How they are written.
  package let format: RegisterFormat

  /// What they are made from.
  package let digests: Digests

  /// Whether rows tell what groups of instruments made of an amount, and who pays.
  package let showsStacking: Bool

  /// What hashes of keys begin with.
  package let seed: [UInt64]

  /// What comes between the decisions of one block and those of the next.
  package var separator: [UInt8] { format == .json ? Array(",\n".utf8) : [] }

  /// Creates a question.
  package init(
    path: String, kind: String, columns: [Int?], width: Int, eligibilities: [String],
    moment: Moment, layout: RegisterLayout, format: RegisterFormat, digests: Digests,
    showsStacking: Bool
  ) {
    self.path = path
    self.kind = kind
    self.columns = columns
    self.width = width
    self.eligibilities = eligibilities
    self.moment = moment
    self.layout = layout
    self.format = format
    self.digests = digests
    self.showsStacking = showsStacking
    seed = [.random(in: 0 ... .max), .random(in: 0 ... .max)]
  }
}

extension RegisterQuestion: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(path)
    writer.write(kind)
    writer.write(columns.map { $0 ?? -1 })
    writer.write(width)
    writer.write(eligibilities)
    writer.write(moment)
    writer.write(layout.rawValue)
    writer.write(format.rawValue)
    writer.write(digests.catalog)
    writer.write(digests.scripts)
    writer.write(digests.data)
    writer.write(showsStacking)
    for word in seed { writer.write(word) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    path = try reader.text()
    kind = try reader.text()
    let columns: [Int] = try reader.list()
    width = try reader.integer()
    let width = width
    guard columns.allSatisfy({ (-1..<width).contains($0) }) else {
      throw WireError("a field stands in no column")
    }
    self.columns = columns.map { $0 < 0 ? nil : $0 }
    eligibilities = try reader.list()
    moment = try reader.value()
    guard let layout = RegisterLayout(rawValue: try reader.text()),
      let format = RegisterFormat(rawValue: try reader.text())
    else { throw WireError("there is no such layout or format") }
    self.layout = layout
    self.format = format
    digests = Digests(
      catalog: try reader.text(), scripts: try reader.text(), data: try reader.text())
    showsStacking = try reader.boolean()
    seed = [try reader.unsigned(), try reader.unsigned()]
  }
}
