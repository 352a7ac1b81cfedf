// Tables: aligned for people, or as Markdown or comma-separated values.

import Diagnostics

/// A table of texts.
///
/// ```swift
/// var table = TextTable([.init("target"), .init("value", .right)])
/// table.add(["研发投入强度", "4.2%"])
/// print(table.text(), terminator: "")
/// // target        value
/// // ────────────  ─────
/// // 研发投入强度   4.2%
/// ```
public struct TextTable: Sendable {
  /// On which side the cells of a column stand.
  public enum Alignment: Sendable {
    case left
    case right
  }

  /// A column of a table.
  public struct Column: Sendable {
    /// The heading.
    public let heading: String

    /// On which side its cells stand.
    public let alignment: Alignment

    /// The most terminal columns it may take in ``TextTable/text(width:style:)``.
    public let maximumWidth: Int?

    /// Creates a column.
    public init(_ heading: String, _ alignment: Alignment = .left, maximumWidth: Int? = nil) {
      self.heading = heading
      self.alignment = alignment
      self.maximumWidth = maximumWidth
    }
  }

  /// A text in a table and how it stands out on a terminal.
  public struct Cell: Sendable, ExpressibleByStringInterpolation {
    /// The text.
    public let text: String

    /// How it stands out.
    public let tone: Style.Tone

    /// Creates a cell.
    public init(_ text: String, _ tone: Style.Tone = .plain) {
      self.text = text
      self.tone = tone
    }

    /// Creates a plain cell.
    public init(stringLiteral text: String) { self.init(text) }
  }

  /// The columns.
  public let columns: [Column]

  /// The rows, each with as many cells as there are columns.
  public private(set) var rows: [[Cell]] = []

  /// Creates a table.
  public init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    for row in rows { add(row) }
  }

  /// Adds a row; missing cells are empty, and cells beyond the last column are left out.
  public mutating func add(_ cells: [Cell]) {
    let missing = max(0, columns.count - cells.count)
    rows.append(Array((cells + Array(repeating: "", count: missing)).prefix(columns.count)))
  }

  /// The table with its first rows only.
  public func prefix(_ count: Int) -> TextTable {
    var table = self
    table.rows = Array(rows.prefix(count))
    return table
  }

  /// Adds a row of plain cells.
  public mutating func add(_ texts: [String]) { add(texts.map { Cell($0) }) }

  /// The table as comma-separated values with a heading, in full.
  public var csv: String {
    ([columns.map(\.heading)] + rows.map { $0.map(\.text) }).map(CSVWriter.row).joined()
  }

  /// The table as Markdown, in full, with its columns aligned.
  public var markdown: String {
    let headings = columns.map { Self.markdownCell($0.heading) }
    let body = rows.map { $0.map { Self.markdownCell($0.text) } }
    let widths = columns.indices.map { column in
      max(3, ([headings] + body).map { $0[column].displayWidth }.max() ?? 0)
    }
    let rule = zip(columns, widths).map { column, width in
      column.alignment == .left
        ? String(repeating: "-", count: width) : String(repeating: "-", count: width - 1) + ":"
    }
    return ([headings, rule] + body).map { cells in
      "| "
        + cells.indices.map { cells[$0].padded(toWidth: widths[$0], columns[$0].alignment) }
        .joined(separator: " | ") + " |\n"
    }.joined()
  }

  private static func markdownCell(_ text: String) -> String {
    text.onOneLine.replacing("|" as Unicode.Scalar, with: "\\|")
  }
}
