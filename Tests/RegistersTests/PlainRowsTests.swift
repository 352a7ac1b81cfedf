// What is decided without Lua is what Lua decides, byte for byte.

import Foundation
import Testing
import Yardstick

@testable import Registers

/// An evaluator that is not known to run in this process, so that nothing is decided without it.
private final class OnlyLua: Evaluator {
  private let evaluator: any Evaluator
  private(set) var decisions = 0

  init(_ evaluator: any Evaluator) { self.evaluator = evaluator }

  var catalog: Catalog { evaluator.catalog }
  var eligibilities: DefinitionList<EligibilityDefinition> { evaluator.eligibilities }
  var indicators: DefinitionList<IndicatorDefinition> { evaluator.indicators }

  func decideSeparately(
    _ eligibilities: [String], on subject: Subject, at moment: Moment
  ) -> [Result<Decision, Failure>] {
    decisions += 1
    return evaluator.decideSeparately(eligibilities, on: subject, at: moment)
  }

  func compute(_ indicator: String, at moment: Moment) throws(Failure) -> IndicatorFacts {
    try evaluator.compute(indicator, at: moment)
  }
}

@Suite struct PlainRowsTests {
  private static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../EndToEndTests/Fixtures/base")

  /// Conditions of many forms; amounts of money that need rounding, caps, and what may be missing.
  private static let easy = [
    "return e.exporter", "return not e.exporter", "return e.since == at.year",
    "return e.since < 2020", "return e.since >= 2020 and e.exporter", "return 2020 < e.since",
    "return e.size == \"small\" or e.size == \"medium\"", "return e.size ~= \"large\"",
    "return e.area == \"101\"", "return e.rd_spend >= p.floor",
    "return e.rd_spend > quantity \"0元\"",
    "return e.rd_spend <= quantity \"1000万元\"", "return e.rd_spend == quantity \"9999999.99元\"",
    "return e.patents > 3", "return e.patents == 4", "return e.patents ~= 4 or not e.exporter",
    "return e.employees >= quantity \"100人\"", "return e.rd_spend * p.rate > quantity \"50万元\"",
    "return e.rd_spend + quantity \"1元\" > p.floor", "return e.rd_spend - p.floor < p.floor",
    "if e.exporter then return e.patents >= 2 end return e.rd_spend > p.floor",
    "local spend = e.rd_spend if spend < p.floor then return false end return true",
    "return p.rate > 0", "return e.patents * p.floor > e.rd_spend", "return true",
    "return chosen[e.size] == true", "return not chosen[e.size]", "return chosen.small",
    "return points[e.patents] == 12",
    "return least[e.size] and e.rd_spend > least[e.size] or false",
    "return e.rd_spend > threshold", "return e.size == favourite",
    "return e:get(\"patents\", 0) > 3", "return e:get(\"rd_spend\", quantity \"1亿元\") > p.floor",
    "return e:get(\"exporter\", false)", "return p.rate > 0 and e.exporter",
  ]

  /// Conditions that are left to Lua.
  private static let hard = [
    "return ({ small = true })[e.size] == true", "return e.patents + 1 > 3",
    "return e.name == \"a\"", "count = count + 1 return e.patents > count",
    "return e.patents > count", "return e:get(\"name\", \"\") == \"a\"",
    "return own[e.size] == true",
    "return chosen[e.exporter] == nil",
  ]

  private static let conditions = easy + hard

  private static let amounts = [
    "return e.rd_spend * p.rate", "return p.floor", "return e.patents * quantity \"0.005元\"",
    "return e.rd_spend * quantity \"0.333%\"", "return e.rd_spend * p.rate + quantity \"0.004元\"",
    "return quantity \"400万元\"", "if e.exporter then return p.floor end return e.rd_spend",
  ]

  private static func script(
    _ numbers: [Int], _ amount: Int, instrument: String = "research_grant", more: String = ""
  ) -> String {
    let lines = numbers.enumerated().map { position, number in
      "{ \"c\(position)\", zh = \"条件\(position)\", function(e, p, at) \(conditions[number]) end },"
    }
    return """
      local chosen = { small = true, medium = true, large = false }
      local points = { 1, 2, 3, 12 }
      local least = { small = quantity "1万元", medium = quantity "2000万元" }
      local threshold, favourite, count = quantity "9999999.99元", "small", 0
      local own = setmetatable({}, { __index = function(_, size) return size == "small" end })
      eligibility "tried" {
        instrument = "\(instrument)",
        requires = {
          \(lines.joined(separator: "\n    "))
        },
        amount = function(e, p) \(amounts[amount]) end,
      }
      \(more)
      """
  }

  private static func rows(_ count: Int, _ generator: inout SystemRandomNumberGenerator) -> String {
    func any(_ values: [String]) -> String { values.randomElement(using: &generator) ?? "" }
    return (0..<count).map { number in
      [
        any(["F\(number)", "F\(number)", "F\"\(number)"]), any(["a", "甲", "", "\"q\"\"\"", " b "]),
        any(["101", "东区", "", "Nation"]),
        any(["small", "medium", "large", "小型", "", "tiny"]), any(["2020-01-31", "", "2021-02-03"]),
        any(["2019", "2020", "2027", "", "20"]),
        any([
          "9999999.99", "10000000", "10000000.01", "0", "0.00", "", "200000000", "1000万元",
          "123456789.123", "-5", "007", "1,000",
        ]), any(["100", "99", "", "640人"]), any(["3", "4", "", "12", "1.5", "3.0"]),
        any(["true", "false", "是", ""]),
      ].joined(separator: ",")
    }.map { $0 + any(["\n", "\n", "\n", "\r\n", "\n\n"]) }.joined()
  }

  /// Objects of all sorts, most of them written plainly.
  private static func lines(
    _ count: Int, _ kind: SubjectKind?, _ generator: inout SystemRandomNumberGenerator
  ) -> String {
    func any(_ values: [String]) -> String { values.randomElement(using: &generator) ?? "" }
    return (0..<count).map { number in
      var members = (kind?.fields ?? []).compactMap { field -> String? in
        let value =
          switch field.name {
          case "id":
            any(["\"F\(number)\"", "\"F\(number)\"", "\(number)", "\"F,\(number)\"", "null"])
          case "name":
            any(["\"a, b\"", "\"甲\"", "\"\\u4e2d\"", "\"\"", "null", "1.50", "01", "true"])
          case "area": any(["\"101\"", "101", "\"东区\"", "\"Nation\"", "null"])
          case "size": any(["\"small\"", "\"medium\"", "\"小型\"", "\"\"", "\"tiny\""])
          case "registered_on": any(["\"2020-01-31\"", "\"2021-02-03\"", "2020"])
          case "since": any(["2019", "\"2020\"", "2027", "2e3"])
          case "exporter": any(["true", "false", "\"true\"", "\"是\"", "null", "tru"])
          case "rd_spend":
            any(["9999999.99", "10000000", "0.00", "\"1000万元\"", "\"200000000\"", "-5", "[1]"])
          default: any(["100", "\"99\"", "3", "4", "null", "1.5", "1e2"])
          }
        if Int.random(in: 0..<12, using: &generator) == 0 { return nil }
        return "\"\(field.name)\"" + any([":", ": ", " :\t"]) + value
      }
      if number % 3 == 0 { members.shuffle(using: &generator) }
      if number % 17 == 0, let last = members.last { members.append(last) }
      if number % 19 == 0 { members.append("\"other\":1") }
      return "{" + members.joined(separator: any([",", ", "])) + any(["}", "} ", "}", "", "},"])
    }.map { $0 + any(["\n", "\n", "\n", "\r\n", "\n\n", "\r"]) }.joined()
  }

  private static func workspace(
    script: String, _ body: (Workspace) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plain-\(UUID())")
    try FileManager.default.copyItem(at: fixture, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(script.utf8).write(to: folder.appending(path: "scripts/eligibility/grants.lua"))
    try body(try Workspace.open(folder.path))
  }

  private static func question(
    _ workspace: Workspace, _ format: RegisterFormat = .csv
  ) throws -> RegisterQuestion {
    let kind = try #require(workspace.catalog.subjects.first)
    return RegisterQuestion(
      path: "rows.csv", kind: kind.id, columns: Array(kind.fields.indices),
      width: kind.fields.count, eligibilities: workspace.evaluator.eligibilities.ids,
      moment: try workspace.moment("2027"), layout: .wide, format: format,
      digests: workspace.digests(), showsStacking: false)
  }

  /// What was paid for each value, with totals in one unit.
  private static func parts(_ summary: EligibilitySummary) -> [[String]] {
    (0..<2).map { position in
      guard summary.parts.indices.contains(position) else { return [] }
      return summary.parts[position].sorted { $0.key < $1.key }
        .map { "\($0.key) \($0.value.count) \($0.value.total?.value.description ?? "none")" }
    }
  }

  /// What came out, with totals in one unit.
  private static func counts(_ result: BlockResult) -> [String] {
    result.summaries.map { summary in
      "\(summary.counts.sorted { $0.key.rawValue < $1.key.rawValue }), \(summary.paid), "
        + "\(summary.total?.value.description ?? "none"), \(summary.unmet.sorted { $0.key < $1.key }), "
        + "\(summary.missing.sorted { $0.key < $1.key }), \(summary.failures), "
        + "\(summary.notPayable), \(parts(summary)), \(result.subjects)"
    }
  }

  /// Decides on rows with programs and with Lua alone, and expects the same of both.
  private static func expectSame(
    _ script: String, duplicates: [RegisterBlock.Duplicate] = [], _ comment: Comment
  ) throws {
    var generator = SystemRandomNumberGenerator()
    try workspace(script: script) { workspace in
      let rows = rows(400, &generator)
      let lines = lines(400, workspace.catalog.subjects.first, &generator)
      let cases = [RegisterFormat.csv, .records].flatMap { written in
        [(written, rows, RowFormat.csv), (written, lines, .jsonl)]
      }
      for (written, text, format) in cases {
        let question = try question(workspace, written)
        var block = RegisterBlock(bytes: Array(text.utf8), format: format, line: 2, offset: 90)
        block.duplicates = duplicates
        let plain = try BlockDecider(question, evaluator: workspace.evaluator).decide(block)
        let lua = try BlockDecider(question, evaluator: OnlyLua(workspace.evaluator)).decide(block)
        #expect(plain.output == lua.output, comment)
        #expect(plain.keys.bytes == lua.keys.bytes, comment)
        #expect(plain.rejects == lua.rejects, comment)
        #expect(counts(plain) == counts(lua), comment)
      }
    }
  }

  @Test(arguments: conditions.indices)
  func `a condition holds as it does in Lua`(_ number: Int) throws {
    try Self.expectSame(
      Self.script(
        [number, (number * 7 + 3) % Self.conditions.count], number % Self.amounts.count),
      "\(Self.conditions[number])")
  }

  @Test(arguments: amounts.indices)
  func `an amount that an open parameter leaves unpaid is as in Lua`(_ number: Int) throws {
    // Of this instrument the rate is open.
    try Self.expectSame(
      Self.script([0, 10], number, instrument: "export_voucher").replacing(
        "p.floor", with: "p.pool"),
      "\(Self.amounts[number])")
  }

  @Test func `eligibilities that need Lua share rows with others that do not`() throws {
    let more = """
      eligibility "hard" {
        instrument = "export_voucher",
        requires = {
          { "named", zh = "有名", function(e) return #e.name == 1 end },
          { "odd", zh = "奇", function(e) return e.patents % 2 == 1 or error("even") end },
        },
      }
      """
    try Self.expectSame(Self.script([0, 9], 0, more: more), "hard behind easy")
    try Self.expectSame(more + Self.script([0, 9], 0), "easy behind hard")
  }

  @Test func `rows whose key is known are left out`() throws {
    let duplicates = [2, 9, 10, 77, 300].map { RegisterBlock.Duplicate(line: $0, first: 1) }
    try Self.expectSame(Self.script([0, 9], 0), duplicates: duplicates, "duplicates")
  }

  @Test(arguments: easy.indices)
  func `rows that are written plainly need no Lua`(_ number: Int) throws {
    try Self.workspace(script: Self.script([number], 0)) { workspace in
      let question = try Self.question(workspace)
      let evaluator = try #require(workspace.evaluator as? LocalEvaluator)
      let kind = try #require(workspace.catalog.subjects.first)
      let rows = try #require(
        PlainRows(question, kind: kind, evaluator: evaluator), "\(Self.easy[number])")
      let csv = "F1,a,101,small,2020-01-31,2027,10000000.00,100,4,true\nF2,,,,,,,,,\n"
      let json = """
        {"id":"F1","size": "small","rd_spend":10000000.00,"name":"a, \u{4E2D}","exporter":true}
        { "patents" : null , "id" : "F2" }
        """
      for (text, format) in [(csv, RowFormat.csv), (json, .jsonl)] {
        let block = RegisterBlock(bytes: Array(text.utf8), format: format, line: 2, offset: 0)
        var place = (offset: 0, line: 2)
        rows.begin()
        rows.decide(block, from: &place, to: .max)
        #expect(place == (text.utf8.count, 4))
      }
    }
  }
}
