// Takes records into a store, and commits them together with how far the run has come.

package import Diagnostics
import Foundation
import GRDB
import GRDBSQLite
import Registers
import Wire

/// Takes records into a store.
///
/// What was taken in is kept at the next ``commit(_:)``; a process that ends before it leaves the store as it was.
/// So the commits of a run, and with them the bytes of the file, must not depend on when it was interrupted.
package final class StoreWriter {
  private let store: ResultStore
  private let columns: Int
  private let result: Statement
  private let reject: Statement
  private var row: Int64

  /// Creates a writer of a store that has its tables.
  package init(_ store: ResultStore, eligibilities: Int, after progress: StoreProgress)
    throws(Failure)
  {
    self.store = store
    columns = 3 + 4 * eligibilities
    row = Int64(progress.subjects)
    let marks = Array(repeating: "?", count: columns + 1).joined(separator: ", ")
    (result, reject) = try store.perform { database in
      (
        try database.makeStatement(sql: "INSERT INTO results VALUES (\(marks))"),
        try database.makeStatement(sql: "INSERT INTO rejects VALUES (NULL, ?, ?, ?, ?, ?)")
      )
    }
  }

  /// Takes in the records of subjects, and of rows that were left out.
  ///
  /// - Parameter subjects: How many subjects there must be.
  /// - Throws: a ``Failure`` when the file cannot be written, or the records are broken.
  package func add(results: [UInt8], rejects: [UInt8], subjects: Int) throws(Failure) {
    try store.perform { database in
      if !database.isInsideTransaction { try database.beginTransaction(.immediate) }
      let first = row
      try insert(results, result, columns, database) { statement in
        row += 1
        sqlite3_bind_int64(statement, 1, row)
        return 2
      }
      try insert(rejects, reject, 5, database) { _ in 1 }
      guard row == first + Int64(subjects) else {
        throw Failure(.brokenRecords("there are more or fewer than it says"))
      }
    }
  }

  /// Binds the values of each record, without a copy, and inserts it.
  private func insert(
    _ records: [UInt8], _ prepared: Statement, _ columns: Int, _ database: Database,
    begin: (SQLiteStatement) -> Int32
  ) throws {
    let statement = prepared.sqliteStatement
    try records.withUnsafeBytes { bytes in
      var reader = PackedRecords(bytes)
      while !reader.isAtEnd {
        var place = begin(statement)
        for _ in 0..<columns {
          do {
            switch try reader.next() {
            case .absent: sqlite3_bind_null(statement, place)
            case .integer(let value): sqlite3_bind_int64(statement, place, value)
            case .text(let text):
              sqlite3_bind_text(
                statement, place,
                text.baseAddress?.assumingMemoryBound(to: CChar.self) ?? Self.empty,
                Int32(clamping: text.count), nil)
            }
          } catch {
            throw Failure(.brokenRecords("\(error)"))
          }
          place += 1
        }
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else {
          throw DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
            message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
        }
      }
    }
    sqlite3_clear_bindings(statement)
  }

  /// What an empty text begins at; SQLite takes no address for NULL.
  nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    pointer.pointee = 0
    return UnsafePointer(pointer)
  }()

  /// Keeps what was taken in, and how far the run has come.
  package func commit(_ progress: StoreProgress) throws(Failure) {
    try store.perform { database in
      if !database.isInsideTransaction { try database.beginTransaction(.immediate) }
      try database.execute(sql: "DELETE FROM progress")
      try database.execute(
        sql: "INSERT INTO progress VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          progress.offset, progress.line, progress.subjects, progress.digest,
          Data(progress.totals), progress.isComplete,
        ])
      if progress.isComplete {
        try database.execute(sql: "UPDATE run SET value = 'complete' WHERE name = 'state'")
        try database.execute(sql: "CREATE INDEX results_by_id ON results (id)")
      }
      try database.commit()
    }
  }
}

extension Finding {
  fileprivate static func brokenRecords(_ why: String) -> Finding {
    Finding("store.records", "a worker answered with records that cannot be stored: \(why)")
  }
}
