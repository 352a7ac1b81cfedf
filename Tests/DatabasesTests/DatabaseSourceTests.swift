import DataSources
import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Databases

@Suite struct DatabaseSourceTests {
  /// What a database that some statements make gives as CSV.
  private func csv(
    _ statements: String, table: String? = nil, query: String? = nil, isLogged: Bool = false
  ) throws -> String {
    try withDatabase(statements, isLogged: isLogged) { path, _ in
      let source = try DatabaseSource(path: path, table: table, query: query)
      return String(decoding: try source.rest(), as: UTF8.self)
    }
  }

  private func withDatabase<Value>(
    _ statements: String, isLogged: Bool = false, _ body: (String, DatabaseQueue) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "rows.sqlite").path
    var configuration = Configuration()
    if isLogged { configuration.journalMode = .wal }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
    return try body(path, queue)
  }

  private func message(_ body: () throws -> String) -> String? {
    do {
      return "no failure, but \(try body())"
    } catch {
      return (error as? Failure)?.findings.first.map {
        "\($0.code): \($0.message.replacing(#/`/[^`]*/#, with: "`"))"
      }
    }
  }

  @Test func `values are written as cells that mean the same`() throws {
    let text = try csv(
      """
      CREATE TABLE t (id TEXT, v);
      INSERT INTO t VALUES ('a', 9223372036854775807), ('b', -5), ('c', '00.10'), ('d', NULL),
        ('e', ''), ('f', 3.0), ('g', 'a,b'), ('h', 'say "x"'), ('i', 'two' || char(10) || 'lines'),
        ('企业', -0.0);
      """)
    #expect(
      text == """
        id,v
        a,9223372036854775807
        b,-5
        c,00.10
        d,
        e,
        f,3
        g,"a,b"
        h,"say ""x""\"
        i,"two
        lines"
        企业,0

        """)
  }

  @Test(arguments: [
    ("0.1", "0.1"), ("9007199254740992.0", "9007199254740992.0"), ("x'00'", "BLOB"),
  ])
  func `what is not exact is handed on as refused`(_ value: String, _ shown: String) throws {
    let text = try csv("CREATE TABLE t (v); INSERT INTO t VALUES (\(value));")
    let mark = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)
    #expect(text == "v\n\"\(mark)\(shown)\"\n")
  }

  @Test func `a row of nothing is still a row`() throws {
    #expect(
      try csv("CREATE TABLE t (id); INSERT INTO t VALUES (NULL), ('');") == "id\n\"\"\n\"\"\n")
    #expect(try csv("CREATE TABLE t (id, v);") == "id,v\n")
  }

  @Test func `rows come in the order of their numbers, whatever is indexed`() throws {
    let made = "CREATE TABLE t (rowid, v); CREATE INDEX i ON t (v, rowid);"
    #expect(
      try csv(made + "INSERT INTO t VALUES (3, 1), (2, 2), (1, 0);") == "rowid,v\n3,1\n2,2\n1,0\n")
    let keyed = "CREATE TABLE t (v PRIMARY KEY) WITHOUT ROWID; INSERT INTO t VALUES (2), (1);"
    #expect(try csv(keyed) == "v\n1\n2\n")
  }

  @Test func `a table, a view or a query is chosen`() throws {
    let made = """
      CREATE TABLE "odd ""name" (v); INSERT INTO "odd ""name" VALUES (1);
      CREATE TABLE other (v); INSERT INTO other VALUES (2), (3);
      CREATE VIEW seen AS SELECT v + 10 AS w FROM other;
      """
    #expect(try csv(made, table: "odd \"name") == "v\n1\n")
    #expect(try csv(made, table: "OTHER") == "v\n2\n3\n")
    #expect(try csv(made, table: "seen") == "w\n12\n13\n")
    let query =
      "-- last first\n/* both */ with x as (select * from other) select v from x order by v desc;"
    #expect(try csv(made, query: query) == "v\n3\n2\n")
  }

  @Test func `tables that are not there are told, with those that are`() throws {
    let two = "CREATE TABLE firms (v); CREATE TABLE farms (v);"
    #expect(message { try csv(two) } == "database.table: `` has several tables")
    #expect(
      message { try csv(two, table: "forms") }
        == "database.table: there is no table `forms` in ``")
    #expect(message { try csv("PRAGMA user_version = 1;") } == "database.table: `` has no table")
  }

  @Test(arguments: [
    "DELETE FROM t", "WITH x AS (SELECT 1) DELETE FROM t", "ATTACH 'other.db' AS o",
    "PRAGMA journal_mode = DELETE", "PRAGMA table_info(t)", "EXPLAIN SELECT 1", "VACUUM",
    "CREATE TABLE u (v)", "BEGIN",
  ])
  func `a query that does not only read is refused`(_ query: String) throws {
    #expect(
      message { try csv("CREATE TABLE t (v);", query: query) }
        == "database.query: the query may only read rows")
  }

  @Test(arguments: ["SELECT nothing FROM t", "SELECT 1; SELECT 2", "SELECT", ""])
  func `a query with a mistake is told`(_ query: String) throws {
    let text = message { try csv("CREATE TABLE t (v);", query: query) }
    #expect(text?.hasPrefix("database.query: the query cannot be run: ") == true)
  }

  @Test func `a query loads no code`() throws {
    let text = message {
      try csv("CREATE TABLE t (v);", query: "SELECT load_extension('/tmp/x.so') AS v")
    }
    #expect(text?.hasSuffix("not authorized") == true)
  }

  @Test func `a write-ahead log is read, and rows stay those of one moment`() throws {
    let made = """
      CREATE TABLE t (v);
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
      INSERT INTO t SELECT i FROM n;
      """
    try withDatabase(made, isLogged: true) { path, queue in
      let source = try DatabaseSource(path: path)
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 7, alignment: 1)
      defer { buffer.deallocate() }
      #expect(try source.fill(buffer) > 0)
      let first = try source.fill(buffer)
      try queue.write { try $0.execute(sql: "DELETE FROM t WHERE v > 100") }
      let lines = try source.rest().count { $0 == UInt8(ascii: "\n") }
      #expect(first > 0 && lines > 49_990)
    }
  }

  @Test func `a database that somebody writes to is busy`() throws {
    try withDatabase("CREATE TABLE t (v);") { path, queue in
      try queue.inDatabase { connection in
        try connection.execute(sql: "BEGIN EXCLUSIVE")
        defer { try? connection.execute(sql: "ROLLBACK") }
        let text = message {
          String(decoding: try DatabaseSource(path: path, patience: 0).rest(), as: UTF8.self)
        }
        #expect(text == "database.busy: `` is locked by another program that writes to it")
      }
    }
  }

  @Test func `another file and a damaged database are told`() throws {
    try withDatabase(
      "CREATE TABLE t (v); INSERT INTO t VALUES (hex(randomblob(20000)));"
    ) { path, queue in
      try queue.close()
      var bytes = try Data(contentsOf: URL(filePath: path))
      bytes.replaceSubrange(4096..<4196, with: Data(repeating: 0xEE, count: 100))
      try bytes.write(to: URL(filePath: path))
      func read() throws -> String {
        String(decoding: try DatabaseSource(path: path).rest(), as: UTF8.self)
      }
      #expect(message(read)?.hasPrefix("database.damaged: `` is damaged") == true)
      try Data("id,name\na,b\n".utf8).write(to: URL(filePath: path))
      #expect(message(read) == "database.damaged: `` is no SQLite database")
    }
  }
}
