// The tables of a store.

package import Diagnostics
import Foundation
import GRDB

extension ResultStore {
  /// How many eligibilities a store has room for: SQLite joins no more queries to the view `decisions`.
  package static let mostEligibilities = 400

  /// Makes the tables of an empty store, and describes the run in them.
  package func begin(_ description: StoreDescription) throws(Failure) {
    try perform { database in
      try database.execute(sql: "PRAGMA page_size = 4096")
      try database.inTransaction(.immediate) {
        try database.execute(sql: "PRAGMA application_id = \(Self.mark)")
        try database.execute(sql: "PRAGMA user_version = \(Self.schemaVersion)")
        try database.execute(sql: Self.tables(for: description.eligibilities.map(\.id)))
        try Self.describe(description, in: database)
        return .commit
      }
    }
  }

  /// A row for each subject: a row for each decision would take four times as long to write.
  private static func tables(for ids: [String]) -> String {
    let columns = ids.flatMap { id in
      [
        "\(name(id, "status")) TEXT NOT NULL", "\(name(id, "payable"))",
        "\(name(id, "conditions")) TEXT", "\(name(id, "missing")) TEXT",
      ]
    }
    let decisions = ids.map { id in
      let payable = name(id, "payable")
      return """
        SELECT id AS subject, \(literal(id)) AS eligibility, \(name(id, "status")) AS status,
          iif(typeof(\(payable)) = 'integer', \(payable), NULL) AS payable_fen,
          iif(typeof(\(payable)) = 'text', \(payable), NULL) AS payable_other,
          \(name(id, "conditions")) AS conditions, \(name(id, "missing")) AS missing
        FROM results
        """
    }
    return """
      CREATE TABLE run (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE inputs (header BLOB NOT NULL, contents BLOB NOT NULL);
      CREATE TABLE eligibilities (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, instrument TEXT NOT NULL,
        clause TEXT NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL);
      CREATE TABLE conditions (
        eligibility TEXT NOT NULL, number INTEGER NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL,
        PRIMARY KEY (eligibility, number)) WITHOUT ROWID;
      CREATE TABLE progress (
        "offset" INTEGER NOT NULL, line INTEGER NOT NULL, subjects INTEGER NOT NULL,
        digest TEXT NOT NULL, totals BLOB NOT NULL, complete INTEGER NOT NULL);
      CREATE TABLE rejects (
        number INTEGER PRIMARY KEY, line INTEGER NOT NULL, "column" TEXT NOT NULL,
        value TEXT NOT NULL, reason TEXT NOT NULL, id TEXT);
      CREATE TABLE results (
        \((["row INTEGER PRIMARY KEY", "line INTEGER NOT NULL", "id TEXT NOT NULL",
           "source TEXT NOT NULL"] + columns).joined(separator: ",\n  ")));
      \(decisions.isEmpty
        ? "" : "CREATE VIEW decisions AS\n" + decisions.joined(separator: "\nUNION ALL\n") + ";")
      """
  }

  /// The name of a column of an eligibility.
  static func name(_ id: String, _ part: String) -> String { "\"\(id).\(part)\"" }

  private static func literal(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }

  private static func describe(_ description: StoreDescription, in database: Database) throws {
    for fact in description.facts {
      try database.execute(
        sql: "INSERT INTO run VALUES (?, ?)", arguments: [fact.name, fact.value])
    }
    try database.execute(
      sql: "INSERT INTO inputs VALUES (?, ?)",
      arguments: [Data(description.header), Data(description.inputs)])
    for (number, eligibility) in description.eligibilities.enumerated() {
      try database.execute(
        sql: "INSERT INTO eligibilities VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          number + 1, eligibility.id, eligibility.instrument, eligibility.clause,
          eligibility.title.zh, eligibility.title.en,
        ])
      for (number, condition) in eligibility.conditions.enumerated() {
        try database.execute(
          sql: "INSERT INTO conditions VALUES (?, ?, ?, ?)",
          arguments: [eligibility.id, number + 1, condition.zh, condition.en])
      }
    }
  }

  /// What the run is about.
  package func description() throws(Failure) -> StoreDescription {
    try perform { database in
      let facts = try Row.fetchAll(database, sql: "SELECT name, value FROM run")
        .map { StoreDescription.Fact($0[0], $0[1]) }
      let conditions = Dictionary(
        grouping: try Row.fetchAll(
          database, sql: "SELECT eligibility, zh, en FROM conditions ORDER BY eligibility, number"),
        by: { $0[0] as String })
      let eligibilities = try Row.fetchAll(
        database,
        sql: "SELECT id, instrument, clause, zh, en FROM eligibilities ORDER BY number"
      ).map { row in
        StoreDescription.Eligibility(
          id: row[0], instrument: row[1], clause: row[2], title: .init(zh: row[3], en: row[4]),
          conditions: (conditions[row[0]] ?? []).map { .init(zh: $0[1], en: $0[2]) })
      }
      guard let inputs = try Row.fetchOne(database, sql: "SELECT header, contents FROM inputs")
      else { throw Failure(.damaged(self.path, "it does not say what it was made from")) }
      return StoreDescription(
        facts: facts, header: [UInt8](inputs[0] as Data), inputs: [UInt8](inputs[1] as Data),
        eligibilities: eligibilities)
    }
  }

  /// How far the run has come.
  package func progress() throws(Failure) -> StoreProgress {
    try perform { database in
      guard
        let row = try Row.fetchOne(
          database,
          sql: "SELECT \"offset\", line, subjects, digest, totals, complete FROM progress")
      else { return StoreProgress() }
      var progress = StoreProgress()
      progress.offset = row[0]
      progress.line = row[1]
      progress.subjects = row[2]
      progress.digest = row[3]
      progress.totals = [UInt8](row[4] as Data)
      progress.isComplete = row[5]
      return progress
    }
  }
}
