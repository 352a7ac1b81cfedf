// Entries at the prompt, on the base workspace of the end-to-end tests, in this process.

import Foundation
import Testing
import Yardstick

@testable import Prompt

/// A session on the base workspace, with what it has put out.
struct SampleSession {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../EndToEndTests/Fixtures/base").standardizedFileURL.path

  static let register = folder + "/data/firms.csv"

  let session: PromptSession

  init(_ entries: String..., at: String = "2024", folder: String = folder) throws {
    var settings = PromptSettings()
    settings.folder = folder
    settings.showsNumbers = true
    session = try PromptSession(settings, at: at)
    for entry in entries { _ = session.run(entry) }
  }

  /// What an entry puts out, messages included.
  func output(_ entry: String) -> String {
    _ = session.run(entry)
    return session.exchanges.last?.output ?? ""
  }
}

@Suite struct PromptSessionTests {
  @Test(
    arguments: [
      ("1 + 1", "_1 = 2\n"), ("quantity \"60万元\" / 2", "_1 = 30万元\n"), ("\"中文\"", "_1 = 中文\n"),
      ("{ 1, 2, { a = 3 } }", "_1 = { 1, 2, { a = 3 } }\n"), ("{}", "_1 = {}\n"),
      ("1, 2", "_1 = 1\n2\n"), ("x = 5", ""), ("nil", ""), ("at", "_1 = 2024 · 100\n"),
      ("for i = 1, 2 do print(i) end", "1\n2\n"), ("function f() end", ""), ("   ", ""),
      ("date \"2026-01-01\" + 1", "_1 = 2026-01-02\n"), ("7 // 2", "_1 = 3\n"),
      ("1 / 4", "_1 = 0.25\n"),
      ("quantity \"1\" / 3", "_1 = ≈ 0.333333\n"),
    ])
  func `an entry puts out its values`(_ entry: String, _ output: String) throws {
    let sample = try SampleSession()
    #expect(sample.session.run(entry).output == output)
  }

  @Test func `results are kept under their numbers`() throws {
    let sample = try SampleSession("1 + 1", "x = 1", "nil", "_1 * 3")
    #expect(sample.output("_ + _2") == "_3 = 12\n")
  }

  @Test func `an observation comes with its source`() throws {
    let sample = try SampleSession()
    #expect(
      sample.output("obs.firms[at]")
        == "_1 = 1215家  firms[2024] 100 · A · 示例市统计局 2024年统计公报 · 2025-03-01\n")
    #expect(sample.output("obs.firms[at] - obs.firms[at - 1]") == "_2 = 15家\n")
  }

  @Test func `a series is a table with a line of blocks`() throws {
    #expect(
      try SampleSession().output("obs.firms") == """
        _1:
        Number of firms 企业数 · Example City  ▁█
        period   value  status  source
        ──────  ──────  ──────  ───────────────────────────
        2023    1200家  A       示例市统计局 2023年统计公报
        2024    1215家  A       示例市统计局 2024年统计公报

        """)
  }

  @Test func `a list of records is an aligned table`() throws {
    #expect(
      try SampleSession().output("{ { a = 1, b = \"中文\" }, { a = 22, b = \"x\" } }") == """
        _1:
         a  b
        ──  ────
         1  中文
        22  x

        """)
  }

  @Test func `a long table is cut, and says so`() throws {
    let output = try SampleSession("t = {} for i = 1, 100 do t[i] = { n = i } end").output("t")
    #expect(output.split(separator: "\n").count == 44)
    #expect(output.hasSuffix("… and 60 more rows\n"))
  }

  @Test(
    arguments: [
      (PromptMode.csv, "n,b\n1,x\n"), (.json, "[\n  {\n    \"n\": 1,\n    \"b\": \"x\"\n  }\n]\n"),
      (.markdown, "| n   | b   |\n| --- | --- |\n| 1   | x   |\n"),
    ])
  func `results are written in the mode that is chosen`(
    _ mode: PromptMode, _ expected: String
  ) throws {
    let sample = try SampleSession(":mode \(mode.rawValue)")
    let output = sample.output("{ { n = 1, b = \"x\" } }")
    let columns =
      output.contains("\"b\": \"x\",") || output.hasPrefix("b,") || output.hasPrefix("| b")
    // The keys of a table have an order of their own.
    #expect(columns ? output.count == expected.count : output == expected)
  }

  @Test func `a subject that is asked for is the current one from then on`() throws {
    let sample = try SampleSession(
      ":at 2025", ":subjects \(SampleSession.register)", "subject \"F1\"")
    #expect(sample.output("e.size") == "_2 = small\n")
    #expect(sample.output("decide \"research_grant\"").contains("F1 is eligible: 600000元."))
    #expect(sample.output("_.amount") == "_4 = 600000元\n")
    #expect(sample.output(":why research_grant").contains("F1 is eligible"))
  }

  @Test func `without a subject it says what to do`() throws {
    #expect(try SampleSession().output(":why research_grant").contains("`:subjects FILE`"))
    #expect(try SampleSession().output("e.size").contains(":subjects"))
  }

  @Test func `what is defined can be tried, saved as variables, and defined again`() throws {
    func text(_ sign: String) -> String {
      "indicator \"mine\" { unit = \"家\", value = function(obs, at)\n"
        + "return obs.firms[at] \(sign) obs.firms[at - 1] end }"
    }
    let sample = try SampleSession()
    #expect(sample.output(text("-")) == "defined indicator `mine`\n")
    #expect(sample.output("value \"mine\"") == "_1 = 15家\n")
    _ = sample.session.run(text("+"))
    #expect(sample.output("value \"mine\"") == "_2 = 2415家\n")
    #expect(sample.output(":why mine").contains("2415家"))
  }

  @Test(
    arguments: [
      ("error('no')", "[1]:1:1: error: no"), ("obs.frims", "did you mean `firms`?"),
      ("obs.firms[1999]", "published are 2023, 2024"), ("1 +", "ends too early"),
      ("x = = 1", "[1]:1:3: error"), (":nothing", "`:help` lists them"), (":hepl", "`:help`"),
      (":quit now", "takes nothing"), ("??nothing", "no script defines `nothing`"),
      ("?nothing", "nothing called `nothing`"), (":at never", "not a period"),
      (":area nowhere", "no area `nowhere`"), (":plugin nobody", "no plugin `nobody`"),
      (":mode xml", "no mode `xml`"), (":limits time never", "not such a limit"),
      (":limits", "20000000"), (":diff a b", "neither a plugin nor a variable"),
      (":why 5", "neither a decision nor an assessment"), (":plot 5", "neither a series nor"),
      (":export x.csv", "no result yet"), (":save all x", "cannot be saved"),
      (":save indicator x", "the last result is no quantity"), (":find xyzzy", "nothing is called"),
      (":subjects nowhere.csv", "nowhere.csv"), (":type", "needs an expression"),
    ])
  func `a mistake is told, and the session goes on`(_ entry: String, _ message: String) throws {
    let sample = try SampleSession()
    #expect(sample.output(entry).contains(message))
    #expect(sample.session.run("40 + 2").output == "_1 = 42\n")
  }

  @Test func `an endless loop costs its entry`() throws {
    let sample = try SampleSession("x = 5")
    let reply = sample.session.run("while true do end")
    #expect(reply.kind == .limit)
    #expect(sample.output("x") == "_1 = 5\n")
  }

  @Test func `variables are there after the workspace is read again`() throws {
    let sample = try SampleSession("x = 5", "function f() return x + 1 end")
    #expect(sample.output(":reload") == "100 Example City · example_city\n")
    #expect(sample.session.run("f()").output.hasSuffix("= 6\n"))
  }

  @Test func `values are compared row by row`() throws {
    let sample = try SampleSession(
      ":subjects \(SampleSession.register)", "a = subject \"F1\"", "b = subject \"F2\"")
    let rows = sample.output(":diff a b").split(separator: "\n")
    #expect(rows[0].contains("a") && rows[0].contains("b"))
    #expect(rows.contains { $0.hasPrefix("id") && $0.contains("F1") && $0.contains("F2") })
    #expect(sample.output(":diff a a") == "no difference\n")
  }

  @Test func `a picture is written to a file`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).svg").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sample = try SampleSession()
    #expect(sample.output(":plot firms > \(path)") == path + "\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("<polyline "))
    #expect(sample.output(":plot { 1, 2, 3 }").contains("●"))
  }

  @Test func `the last result is exported in the form that the file's name says`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try SampleSession("obs.firms", ":export \(path)")
    #expect(
      try String(contentsOfFile: path, encoding: .utf8).hasPrefix(
        "series,area,period,value,unit,status,source\nfirms,100,2023,1200,家,A,"))
  }
}
