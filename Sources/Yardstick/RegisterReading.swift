// How a register is to be read.

public import DataSources
import Diagnostics

/// How a register is to be read, where its name and contents do not tell.
public struct RegisterReading: Sendable {
  /// What a register is kept in.
  public enum Format: String, Sendable, CaseIterable {
    /// Comma-separated values under a header.
    case csv
    /// A JSON object in each line.
    case jsonl
    /// A table or query of an SQLite database.
    case sqlite
  }

  /// What it is kept in; its name or its first bytes say so when it is left out.
  public var format: Format?

  /// The encoding of its text; UTF-8 when it is left out.
  public var encoding: TextEncoding?

  /// The table or view of a database; its only table when it is left out.
  public var table: String?

  /// In place of a table a statement that reads the database.
  public var query: String?

  /// Creates a description.
  public init(
    format: Format? = nil, encoding: TextEncoding? = nil, table: String? = nil,
    query: String? = nil
  ) {
    self.format = format
    self.encoding = encoding
    self.table = table
    self.query = query
  }

  /// What is said here, and for the rest what is said there.
  func over(_ other: RegisterReading) -> RegisterReading {
    let namesRows = table != nil || query != nil
    return RegisterReading(
      format: format ?? other.format, encoding: encoding ?? other.encoding,
      table: namesRows ? table : other.table, query: namesRows ? query : other.query)
  }

  /// The format of a file, from what is said, its first bytes, or else its name.
  func format(of path: String, beginning: [UInt8]) -> Format {
    if let format { return format }
    if beginning.starts(with: Self.databaseMark) { return .sqlite }
    switch path.split(separator: ".").last?.lowercased() {
    case "jsonl", "ndjson": return .jsonl
    case "sqlite", "sqlite3", "db": return .sqlite
    default: return .csv
    }
  }

  /// What every SQLite database begins with.
  private static let databaseMark = Array("SQLite format 3\0".utf8)

  /// What is said that a register in this format does not have.
  ///
  /// - Throws: a ``Failure`` that names it.
  func check(_ path: String, _ format: Format, at span: SourceSpan?) throws(Failure) {
    if table != nil, query != nil {
      throw Failure(
        Finding(
          "argument.register", "both a table and a query are named for `\(path)`", at: span,
          suggestion: "name one of them"))
    }
    if format == .sqlite {
      guard let encoding, encoding != .utf8 else { return }
      throw Failure(
        Finding(
          "argument.register",
          "`\(path)` is a database, which says itself how its text is encoded", at: span,
          suggestion: "leave out `\(encoding.rawValue)`"))
    }
    if let name = table ?? query {
      throw Failure(
        Finding(
          "argument.register",
          "`\(path)` is no database, so it has no \(table == nil ? "query" : "table") `\(name)`",
          at: span, suggestion: "leave it out, or name a database"))
    }
  }
}
