// One register, written in every way: the same decisions, byte for byte.

import Foundation
import GRDB
import Testing

@Suite struct RegisterFormatsTests {
  private static let header = [
    "id", "name", "area", "size", "registered_on", "since", "rd_spend", "employees", "patents",
    "exporter",
  ]

  /// Rows that can be read and some that cannot, the same in every format; no key comes twice.
  private static let rows: [[String]] = (1...60).map { number in
    [
      "F\(number)", number % 7 == 0 ? "企业\n“\(number)”, \"quoted\"" : "企业 \(number)",
      "10\(number % 2)", ["small", "medium", "large", "小型", "tiny"][number % 5],
      "2020-01-0\(number % 9 + 1)", "2020",
      ["9999999.99", "1000万元", "2亿元", "", "12345678"][number * 3 % 13 % 5], "\(number)",
      number % 3 == 0 ? "" : "4", ["true", "false", "是"][number % 3],
    ]
  }

  private static func csv(lineEnd: String, _ rows: [[String]] = rows) -> String {
    ([header] + rows).map { row in
      row.map { cell in
        cell.contains { ",\"\n".contains($0) } ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: ",") + lineEnd
    }.joined()
  }

  /// Numbers without quotes, other escapes now and then, keys in two orders, absent ones and `null`.
  private static func jsonLines() throws -> String {
    try rows.enumerated().map { position, row in
      var members = try zip(header, row).compactMap { name, cell -> String? in
        if cell.isEmpty { return position % 2 == 0 ? nil : "\"\(name)\":null" }
        let isBare = name == "employees" || cell == "true" || cell == "12345678"
        let options: JSONEncoder.OutputFormatting = position % 3 == 0 ? [] : .withoutEscapingSlashes
        let encoder = JSONEncoder()
        encoder.outputFormatting = options
        let text = isBare ? cell : String(decoding: try encoder.encode(cell), as: UTF8.self)
        return position % 4 == 0 ? "\"\(name)\" : \(text)" : "\"\(name)\":\(text)"
      }
      if position % 5 == 0 { members.reverse() }
      return "{\(members.joined(separator: ","))}\n" + (position % 11 == 0 ? "\r\n" : "")
    }.joined()
  }

  private static func makeDatabase(at path: String) throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { connection in
      let columns = header.joined(separator: ", ")
      try connection.execute(sql: "CREATE TABLE firms (\(columns)); CREATE TABLE other (id);")
      for row in rows {
        let values = row.map { cell -> (any DatabaseValueConvertible)? in
          if cell.isEmpty { return nil }
          return cell == "12345678" ? 12_345_678 : cell
        }
        let places = row.map { _ in "?" }.joined(separator: ", ")
        try connection.execute(
          sql: "INSERT INTO firms VALUES (\(places))", arguments: StatementArguments(values))
      }
    }
    try queue.close()
  }

  private static func gb18030(_ text: String) throws -> Data {
    let converter = try #require(iconv_open("GB18030", "UTF-8"))
    defer { iconv_close(converter) }
    var text = Array(text.utf8.map(CChar.init(bitPattern:)))
    var bytes = [CChar](repeating: 0, count: 2 * text.count)
    var (left, room) = (text.count, bytes.count)
    text.withUnsafeMutableBufferPointer { text in
      bytes.withUnsafeMutableBufferPointer { bytes in
        var (from, to) = (text.baseAddress, bytes.baseAddress)
        _ = iconv(converter, &from, &left, &to, &room)
      }
    }
    #expect(left == 0)
    return Data(bytes.dropLast(room).map(UInt8.init(bitPattern:)))
  }

  private func run(_ line: String, in workspace: URL) async throws -> YardstickProcess.Ended {
    try await YardstickProcess.run(try ShellWords.split(line), in: workspace)
  }

  private func inWorkspace(_ body: (URL) async throws -> Void) async throws {
    try await TemporaryFolder.with { workspace in
      try FileTree(Fixture.base).copy(to: workspace)
      func write(_ bytes: Data, _ name: String) throws {
        try bytes.write(to: workspace.appending(path: name))
      }
      try write(Data(Self.csv(lineEnd: "\n").utf8), "rows.csv")
      try write(Data(("\u{FEFF}" + Self.csv(lineEnd: "\r\n")).utf8), "marked.csv")
      try write(try Self.gb18030(Self.csv(lineEnd: "\r\n")), "chinese.csv")
      try write(Data(try Self.jsonLines().utf8), "rows.jsonl")
      try write(try Self.gb18030(try Self.jsonLines()), "chinese.ndjson")
      try Self.makeDatabase(at: workspace.appending(path: "rows.db").path)
      try await body(workspace)
    }
  }

  private static let forms = [
    "marked.csv", "chinese.csv --encoding gb18030", "rows.jsonl",
    "chinese.ndjson --encoding gb18030", "rows.db --table firms",
    "rows.db --query 'SELECT * FROM firms ORDER BY rowid'",
  ]

  @Test(arguments: ["wide", "long"])
  func `every format of a register gives the same bytes`(_ layout: String) async throws {
    try await inWorkspace { workspace in
      let command = "decide --layout \(layout) --subjects "
      let expected = try await run(command + "rows.csv", in: workspace).stdout
      #expect(expected.split(separator: 10).count > 30)
      for form in Self.forms {
        for division in ["--jobs 1", "--jobs 2 --block-size 1B", "--jobs 2 --block-size 700B"] {
          let ended = try await run("\(command)\(form) \(division)", in: workspace)
          #expect(ended.stdout == expected, "\(form) \(division)")
          #expect(ended.code == 1, "\(form) \(division)")
        }
      }
    }
  }

  @Test(arguments: ["rows.jsonl", "rows.db --table firms"])
  func `the standard input, a table and one subject are read in the same way`(
    _ form: String
  ) async throws {
    try await inWorkspace { workspace in
      let table = try await run("decide --format table --subjects rows.csv", in: workspace)
      let same = try await run("decide --format table --subjects \(form)", in: workspace)
      #expect(same.stdout == table.stdout && !table.stdout.isEmpty)
      let one = "explain research_grant --subject F7 --format csv --subjects "
      let explained = try await run(one + "rows.csv", in: workspace)
      #expect(explained.code == 0)
      #expect(try await run(one + form, in: workspace).stdout == explained.stdout)
    }
    try await inWorkspace { workspace in
      let input = workspace.appending(path: "rows.jsonl")
      let piped = try await YardstickProcess.run(
        try ShellWords.split("decide --layout wide --subjects - --input-format jsonl"),
        in: workspace, input: input)
      let named = try await run("decide --layout wide --subjects rows.jsonl", in: workspace)
      #expect(piped.stdout == named.stdout && !named.stdout.isEmpty)
    }
  }

  /// The digest of the data in the first object of some JSON Lines.
  private func digest(_ form: String, in workspace: URL) async throws -> String {
    let ended = try await run("decide --format jsonl --subjects \(form)", in: workspace)
    let text = String(decoding: ended.stdout, as: UTF8.self)
    return String(try #require(text.firstMatch(of: #/"data":\s*"([0-9a-f]{64})"/#)).1)
  }

  @Test func `the digest is that of the rows, wherever they are kept`() async throws {
    try await inWorkspace { workspace in
      let digest = try await digest("rows.csv", in: workspace)
      let converted = try Self.gb18030(Self.csv(lineEnd: "\n"))
      try converted.write(to: workspace.appending(path: "same.csv"))
      #expect(try await self.digest("same.csv --encoding gb18030", in: workspace) == digest)
      #expect(try await self.digest("rows.db --table firms", in: workspace) == digest)
      let vacuumed = try DatabaseQueue(path: workspace.appending(path: "rows.db").path)
      try await vacuumed.vacuum()
      try vacuumed.close()
      #expect(try await self.digest("rows.db --table firms", in: workspace) == digest)
      #expect(try await self.digest("rows.jsonl", in: workspace) != digest)
    }
  }

  @Test func `the workspace says how its own register is written`() async throws {
    try await inWorkspace { workspace in
      let file = workspace.appending(path: "yardstick.yaml")
      let configured = try String(contentsOf: file, encoding: .utf8)
        .replacing("data/firms.csv", with: "rows.db\n  format: sqlite\n  table: firms")
      try Data(configured.utf8).write(to: file)
      let own = try await run("decide --layout wide", in: workspace)
      let named = try await run("decide --layout wide --subjects rows.csv", in: workspace)
      #expect(own.stdout == named.stdout && !named.stdout.isEmpty)
      let one = try await run(
        "decide --layout wide --query 'SELECT * FROM firms LIMIT 1'", in: workspace)
      #expect(one.stdout.split(separator: 10).count == 2)
      #expect(try await run("run", in: workspace).code == 1)
    }
  }

  @Test func `values of a database that are not exact leave their rows out`() async throws {
    try await inWorkspace { workspace in
      let query = "SELECT id, iif(id = 'F3', 0.1, rd_spend) AS rd_spend, area FROM firms"
      let ended = try await run(
        "decide --layout wide --subjects rows.db --rejects left.csv --query \"\(query)\"",
        in: workspace)
      #expect(ended.code == 1)
      #expect(ended.stdout.split(separator: 10).count == 60)
      let left = try String(contentsOf: workspace.appending(path: "left.csv"), encoding: .utf8)
      #expect(
        left == """
          line,column,value,reason
          4,rd_spend,0.1,"column `rd_spend`: `0.1` is kept in floating point (REAL), which is not exact"

          """)
    }
  }

  @Test(arguments: [
    ("rows.db", "`rows.db` has several tables"),
    ("rows.db --table frims", "did you mean `firms`?"),
    ("rows.db --query 'DROP TABLE firms'", "the query may only read rows"),
    ("rows.db --encoding gb18030", "is a database, which says itself how its text is encoded"),
    ("rows.csv --table firms", "`rows.csv` is no database"),
    ("rows.csv --input-format sqlite", "`rows.csv` is no SQLite database"),
    ("- --input-format sqlite", "a database cannot be read through a pipe"),
    ("rows.csv --encoding gb18030", "rows.csv:"),
  ])
  func `what cannot be read is told, and nothing is written`(
    _ form: String, _ message: String
  ) async throws {
    try await inWorkspace { workspace in
      let before = FileTree(workspace).paths
      let ended = try await run(
        "decide --layout wide --output out.csv --subjects \(form)", in: workspace)
      #expect(ended.code == 2)
      let told = String(decoding: ended.stderr, as: UTF8.self)
      #expect(told.contains(message), "\(told)")
      // Whoever reads a database with a write-ahead log leaves that log there.
      let after = FileTree(workspace).paths.filter { !$0.hasPrefix("rows.db-") }
      #expect(after == before.filter { !$0.hasPrefix("rows.db-") })
    }
  }
}
