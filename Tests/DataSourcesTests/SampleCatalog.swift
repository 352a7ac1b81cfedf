// A small catalogue for tests, and what tests share.

import Diagnostics
import Foundation
import Quantities

@testable import Catalog
@testable import DataSources

enum Sample {
  private static let span = SourceSpan(
    file: SourceFile(path: "catalog.yaml", text: ""), line: 1, column: 1)

  /// A unit of the standard table; plain numbers for one that is not there.
  static func unit(_ symbol: String) -> Quantities.Unit {
    UnitTable.standard[symbol] ?? Quantities.Unit.none
  }

  static let firm = SubjectKind(
    id: "firm", title: Title(zh: "企业", en: "Firm"), key: "id",
    fields: [
      field("id", .text), field("spend", .quantity(unit("元"))), field("open", .boolean),
      field(
        "size",
        .enumeration([
          EnumerationValue(value: "small", title: Title(zh: "小型", en: "Small")),
          EnumerationValue(value: "large", title: Title(zh: "大型", en: "Large")),
        ])),
      field("place", .area), field("since", .date), field("year", .year),
      field("shops", .integer),
    ],
    totalsBy: ["place", "size"], span: span)

  private static func field(_ name: String, _ type: FieldType) -> SubjectField {
    SubjectField(name: name, title: Title(zh: name, en: name), type: type, plugin: nil, span: span)
  }

  private static func series(_ id: String, _ unit: String) -> Series {
    Series(
      id: id, title: Title(zh: id, en: id), unit: Self.unit(unit), kind: .flow, prices: .current,
      frequency: .year, span: span)
  }

  private static func area(_ code: String, _ zh: String, _ en: String) -> Area {
    Area(
      id: code, title: Title(zh: zh, en: en), parent: nil, from: nil, to: nil, span: span)
  }

  static let catalog = Catalog(
    header: CatalogHeader(
      id: "test", version: "1.0.0", title: Title(zh: "", en: ""), area: "330100",
      vintage: "draft", vintages: []),
    chapters: [], measures: [], targets: Lookup([]), instruments: Lookup([]),
    series: Lookup([series("gdp", "亿元"), series("rd_intensity", "%")]),
    subjects: Lookup([firm]),
    areas: Lookup([area("CN", "中国", "China"), area("330100", "杭州市", "Hangzhou")]),
    departments: Lookup([]), units: .standard, narrative: [], groups: Lookup([]))

  static let sources = [
    source("S1", "2022-01-22"), source("S2", "2023-01-21"), source("S3", nil),
  ]

  static func source(_ id: String, _ date: String?) -> PublishedSource {
    PublishedSource(
      id: id, publisher: "p", title: "t", date: date.flatMap { try? CalendarDate(parsing: $0) },
      kind: "press")
  }

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// The bytes of a file of the repository.
  static func file(_ path: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// What a reader throws; `nil` when it throws nothing.
  static func failure(_ read: () throws(Failure) -> Void) -> [Finding]? {
    do {
      try read()
      return nil
    } catch {
      return error.findings
    }
  }

  /// A finding as a person reads it.
  static func text(_ finding: Finding) -> String { TextRenderer().render(finding) }
}
