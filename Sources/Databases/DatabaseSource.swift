// A table or query of an SQLite database, as the bytes of a CSV file.

import DataSources
package import Diagnostics
import GRDB
import GRDBSQLite

/// The rows of an SQLite database as CSV under a header.
///
/// The database is only ever read. All rows are of one moment, whatever others write in the meantime.
package final class DatabaseSource: ByteSource {
  private let database: RegisterDatabase
  private let statement: Statement
  private var rows = CSVBytes()
  private var taken = 0
  private var isAtEnd = false

  /// How many bytes are made at a time.
  private static let partSize = 1 << 16

  /// Opens a database.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - table: The table or view; the only table when it is left out.
  ///   - query: In place of a table, a statement that reads.
  ///   - patience: How many seconds to wait for another program that keeps the database locked.
  /// - Throws: a ``Failure`` when there are no such rows, or nothing can be read.
  package init(
    path: String, table: String? = nil, query: String? = nil, patience: Double = 5
  ) throws(Failure) {
    let database = try RegisterDatabase(path: path, patience: patience)
    self.database = database
    statement =
      if let query {
        try database.statement(query: query)
      } else {
        try database.statement(table: table)
      }
    for name in statement.columnNames { rows.add(text: name) }
    rows.endRow()
  }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    if taken == rows.bytes.count, !isAtEnd {
      rows.removeAll()
      taken = 0
      try database.read { [self] connection in try makeRows(connection) }
    }
    let count = min(buffer.count, rows.bytes.count - taken)
    rows.bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<(taken + count)]))
    }
    taken += count
    return count
  }

  private func makeRows(_ connection: Database) throws {
    let row = statement.sqliteStatement
    while rows.bytes.count < Self.partSize {
      switch sqlite3_step(row) {
      case SQLITE_ROW:
        for column in 0..<sqlite3_column_count(row) { add(row, column) }
        rows.endRow()
      case SQLITE_DONE:
        isAtEnd = true
        sqlite3_reset(row)
        return
      default: throw connection.lastProblem
      }
    }
  }

  /// Writes a value as the cell that means the same.
  private func add(_ row: SQLiteStatement, _ column: CInt) {
    switch sqlite3_column_type(row, column) {
    case SQLITE_NULL: rows.addMissing()
    case SQLITE_INTEGER: rows.add(text: String(sqlite3_column_int64(row, column)))
    case SQLITE_TEXT:
      // The text comes first: to ask for its length may move it.
      let start = sqlite3_column_text(row, column)
      let count = Int(sqlite3_column_bytes(row, column))
      rows.add(text: UnsafeBufferPointer(start: start, count: count))
    case SQLITE_FLOAT:
      let number = sqlite3_column_double(row, column)
      if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 {
        rows.add(text: String(whole))
      } else {
        rows.add(quoted: RefusedValue.cell(number))
      }
    default: rows.add(quoted: RefusedValue.cellOfBytes)
    }
  }
}
