// An SQLite database that is only read, with findings that say what is wrong with it.

import Diagnostics
import GRDB
import GRDBSQLite

/// An SQLite database that is only read.
struct RegisterDatabase {
  private let path: String
  private let queue: DatabaseQueue

  /// Opens a database.
  ///
  /// - Parameter patience: How many seconds to wait for another program that keeps it locked.
  /// - Throws: a ``Failure`` when it is none, or cannot be opened.
  init(path: String, patience: Double) throws(Failure) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { connection in
      // What views and triggers call was chosen by whoever made the file.
      try connection.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    self.path = path
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// Reads; what goes wrong is told as a ``Failure``.
  func read<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    do {
      return try queue.unsafeRead(body)
    } catch {
      throw Self.failure(error, path)
    }
  }

  // MARK: Statements

  /// The statement that reads a table in the order of its rows, without a name the only one.
  func statement(table name: String?) throws(Failure) -> Statement {
    try read { connection in
      let tables = try connection.names(of: ["table"])
      let known = try connection.names(of: ["table", "view"])
      guard let name = name ?? (tables.count == 1 ? tables.first : nil) else {
        throw Failure(
          Finding(
            "database.table",
            tables.isEmpty ? "`\(path)` has no table" : "`\(path)` has several tables",
            suggestion: tables.isEmpty
              ? "name a database that has one" : "choose one by `--table`: \(tables.quoted)"))
      }
      guard let table = known.first(where: { $0.lowercased() == name.lowercased() }) else {
        throw Failure(
          Finding(
            "database.table", "there is no table `\(name)` in `\(path)`",
            suggestion: NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
              ?? "it has: \(known.quoted)"))
      }
      let rows = "SELECT * FROM \"\(table.replacing("\"", with: "\"\""))\""
      // Views and some tables have no number for each row; these come in the order of SQLite.
      let columns = Set(try connection.makeStatement(sql: rows).columnNames.map { $0.lowercased() })
      let number = ["rowid", "_rowid_", "oid"].first { !columns.contains($0) }
      guard tables.contains(table), let number,
        let ordered = try? connection.makeStatement(sql: "\(rows) ORDER BY \(number)")
      else { return try connection.makeStatement(sql: rows) }
      return ordered
    }
  }

  /// The statement of a query, which has to read and do nothing else.
  func statement(query: String) throws(Failure) -> Statement {
    try read { connection in
      let statement: Statement
      do {
        statement = try connection.makeStatement(sql: query)
      } catch let error as DatabaseError where error.isMistake {
        throw Failure(
          Finding(
            "database.query", "the query cannot be run: \(error.message ?? "it is wrong")",
            suggestion: "try it in the `sqlite3` shell on `\(path)`"))
      }
      guard statement.isReadonly, sqlite3_column_count(statement.sqliteStatement) > 0,
        ["SELECT", "WITH", "VALUES"].contains(Self.firstWord(of: query))
      else {
        throw Failure(
          Finding(
            "database.query", "the query may only read rows",
            suggestion: "write one statement that begins with SELECT or WITH"))
      }
      return statement
    }
  }

  /// The first word of a statement, in capitals, behind spaces and comments.
  static func firstWord(of query: String) -> String {
    var rest = query.drop(while: \.isWhitespace)
    while rest.hasPrefix("--") || rest.hasPrefix("/*") {
      let ending = rest.hasPrefix("--") ? "\n" : "*/"
      guard let end = rest.dropFirst(2).firstRange(of: ending) else { return "" }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    return rest.prefix(while: \.isLetter).uppercased()
  }

  // MARK: Problems

  private static func failure(_ error: any Error, _ path: String) -> Failure {
    if let failure = error as? Failure { return failure }
    let problem = error as? DatabaseError
    let reason = problem?.message ?? "\(error)"
    switch problem?.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Failure(
        Finding(
          "database.busy", "`\(path)` is locked by another program that writes to it",
          suggestion: "wait until that is done, or read a copy"))
    case .SQLITE_NOTADB:
      return Failure(
        Finding(
          "database.damaged", "`\(path)` is no SQLite database",
          suggestion: "if it is another kind of file, say so by `--input-format`"))
    case .SQLITE_CORRUPT:
      return Failure(
        Finding(
          "database.damaged", "`\(path)` is damaged: \(reason)",
          suggestion: "restore it from a copy, or try `.recover` in the `sqlite3` shell"))
    case .SQLITE_CANTOPEN:
      return Failure(
        Finding(
          "database.unreadable", "`\(path)` cannot be opened: \(reason)",
          suggestion: "a database with a write-ahead log needs a folder that may be written to"))
    default:
      return Failure(Finding("database.unreadable", "`\(path)` cannot be read: \(reason)"))
    }
  }
}

extension Database {
  /// What the last call has ended with.
  var lastProblem: DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
      message: String(cString: sqlite3_errmsg(sqliteConnection)))
  }

  /// The names of everything of some types that somebody made, sorted.
  fileprivate func names(of types: [String]) throws -> [String] {
    try Row.fetchAll(self, sql: "SELECT name, type FROM sqlite_master ORDER BY name")
      .filter { types.contains($0["type"] as String) }
      .map { $0["name"] as String }
      .filter { !$0.lowercased().hasPrefix("sqlite_") }
  }
}

extension DatabaseError {
  /// Whether the statement is wrong, and not the database.
  fileprivate var isMistake: Bool {
    resultCode == .SQLITE_ERROR || resultCode == .SQLITE_MISUSE || resultCode == .SQLITE_AUTH
  }
}

extension [String] {
  fileprivate var quoted: String { map { "`\($0)`" }.joined(separator: ", ") }
}
