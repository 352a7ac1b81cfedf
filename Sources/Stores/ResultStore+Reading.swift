// What a store knows about subjects, one of them or all.

package import Diagnostics
import GRDB
import GRDBSQLite
package import Registers

/// A subject of a store with what was decided on it.
package struct StoredSubject: Sendable {
  /// The line of the register that its row begins on.
  package let line: Int

  /// Its row, as it was written.
  package let source: String

  /// The decisions, in the order of the eligibilities.
  package let decisions: [DecisionRecord]
}

/// A row that was left out, or a decision that failed.
package struct StoredReject: Sendable {
  package let line: Int
  package let column: String
  package let value: String
  package let reason: String
}

extension ResultStore {
  /// The subject with a key; `nil` when there is none.
  package func subject(_ id: String, eligibilities: Int) throws(Failure) -> StoredSubject? {
    try perform { database in
      try Row.fetchOne(database, sql: "SELECT * FROM results WHERE id = ?", arguments: [id])
        .map { row in
          StoredSubject(
            line: row["line"], source: row["source"],
            decisions: (0..<eligibilities).map { DecisionRecord(row, from: 4 + 4 * $0) })
        }
    }
  }

  /// The rows left out, and the decisions that failed, that are about a key.
  package func rejects(of id: String) throws(Failure) -> [StoredReject] {
    try perform { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT line, "column", value, reason FROM rejects WHERE id = ? ORDER BY number
          """,
        arguments: [id]
      ).map { StoredReject(line: $0[0], column: $0[1], value: $0[2], reason: $0[3]) }
    }
  }

  /// Hands over every row that was left out, and every decision that failed, in order.
  package func eachReject(_ body: (StoredReject) throws(Failure) -> Void) throws(Failure) {
    try perform { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT line, \"column\", value, reason FROM rejects ORDER BY number")
      while let row = try rows.next() {
        try body(StoredReject(line: row[0], column: row[1], value: row[2], reason: row[3]))
      }
    }
  }

  /// Hands over the key and the amounts of every subject in order; `nil` is an amount of a script that failed.
  package func eachAmounts(
    of ids: [String], _ body: (_ subject: String, _ amounts: [String?]) throws(Failure) -> Void
  ) throws(Failure) {
    let columns = ids.map { "\(Self.name($0, "status")), \(Self.name($0, "payable"))" }
    try perform { database in
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT \((["id"] + columns).joined(separator: ", ")) FROM results ORDER BY row")
      while let row = try rows.next() {
        let amounts = ids.indices.map { position in
          DecisionRecord(
            status: row[1 + 2 * position], payable: .init(row[2 + 2 * position]), conditions: nil,
            missing: nil
          ).amount
        }
        try body(row[0], amounts)
      }
    }
  }

  /// Hands over the keys of all rows with their lines, some at a time.
  package func eachKeys(
    seed: [UInt64], _ body: (RegisterKeys) throws(Failure) -> Void
  ) throws(Failure) {
    try perform { database in
      let rows = try database.makeStatement(sql: "SELECT id, line FROM results ORDER BY row")
      let statement = rows.sqliteStatement
      defer { sqlite3_reset(statement) }
      var keys = RegisterKeys()
      while sqlite3_step(statement) == SQLITE_ROW {
        let key = UnsafeBufferPointer(
          start: sqlite3_column_text(statement, 0), count: Int(sqlite3_column_bytes(statement, 0)))
        keys.add(key, line: Int(sqlite3_column_int64(statement, 1)), seed: seed)
        guard keys.count == 4096 else { continue }
        try body(keys)
        keys = RegisterKeys()
      }
      try body(keys)
    }
  }
}

extension DecisionRecord {
  /// The record whose four columns begin somewhere in a row.
  fileprivate init(_ row: Row, from place: Int) {
    self.init(
      status: row[place], payable: Payable(row[place + 1]), conditions: row[place + 2],
      missing: row[place + 3])
  }
}

extension DecisionRecord.Payable {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .int64(let fen): self = .fen(fen)
    case .string(let text): self = .other(text)
    default: self = .nothing
    }
  }
}
