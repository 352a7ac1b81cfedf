// A part of a register: whole rows, one after another.

import CRegister
package import DataSources
package import Wire

/// Whole rows of a register.
package struct RegisterBlock: Sendable {
  /// The rows, as they are written.
  package let bytes: [UInt8]

  /// How they are written.
  package let format: RowFormat

  /// The line that they begin on, counted from 1.
  package let line: Int

  /// The byte of the register that they begin at.
  package let offset: Int

  /// The lines of rows that are left out, because an earlier row has their key.
  package var duplicates: [Duplicate] = []

  /// The line behind its last row.
  package var nextLine: Int { line + Self.lineEnds(bytes) }

  /// Creates a block.
  package init(bytes: [UInt8], format: RowFormat = .csv, line: Int, offset: Int) {
    self.bytes = bytes
    self.format = format
    self.line = line
    self.offset = offset
  }

  /// A row whose key an earlier row has.
  package struct Duplicate: Sendable, Hashable {
    /// The line of the row.
    package let line: Int

    /// The line of the earlier one.
    package let first: Int
  }

  /// Two blocks with about half of the rows each, or `nil` when there is only one row.
  package var halves: (RegisterBlock, RegisterBlock)? {
    let end = Self.rowEnd(bytes, format, limit: bytes.count / 2)
    guard end > 0, end < bytes.count else { return nil }
    var first = RegisterBlock(
      bytes: Array(bytes[..<end]), format: format, line: line, offset: offset)
    var second = RegisterBlock(
      bytes: Array(bytes[end...]), format: format, line: line + Self.lineEnds(first.bytes),
      offset: offset + end)
    first.duplicates = duplicates.filter { $0.line < second.line }
    second.duplicates = duplicates.filter { $0.line >= second.line }
    return (first, second)
  }

  /// The row that begins at a byte, with the line it begins on.
  func row(at position: Int, line: Int) -> RegisterBlock {
    let rest = Array(bytes[position...].prefix(Self.usualRow))
    var end = Self.rowEnd(rest, format, limit: 0)
    var row = rest
    if end == 0, rest.count == Self.usualRow {
      row = Array(bytes[position...])
      end = Self.rowEnd(row, format, limit: 0)
    }
    if end > 0 { row.removeLast(row.count - end) }
    return RegisterBlock(bytes: row, format: format, line: line, offset: offset + position)
  }

  /// Almost every row is shorter.
  private static let usualRow = 4096

  /// Where the last whole row ends at a limit, or the first one behind it; 0 when none is whole.
  static func rowEnd(_ bytes: [UInt8], _ format: RowFormat, limit: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return switch format {
      case .csv: ysr_record_end(start, bytes.count, limit)
      case .jsonl: ysr_line_end(start, bytes.count, limit)
      }
    }
  }

  static func lineEnds(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { ysr_line_ends($0, bytes.count) } ?? 0
    }
  }
}

extension RegisterBlock: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(bytes)
    writer.write(format.rawValue)
    writer.write(line)
    writer.write(offset)
    writer.write(duplicates.map(\.line))
    writer.write(duplicates.map(\.first))
  }

  package init(from reader: inout WireReader) throws(WireError) {
    bytes = try reader.data()
    guard let format = RowFormat(rawValue: try reader.text()) else {
      throw WireError("rows are written in no such way")
    }
    self.format = format
    line = try reader.integer()
    offset = try reader.integer()
    guard line > 0, offset >= 0 else { throw WireError("a block begins before its register") }
    let (lines, firsts): ([Int], [Int]) = (try reader.list(), try reader.list())
    guard lines.count == firsts.count else { throw WireError("rows and first rows differ") }
    duplicates = zip(lines, firsts).map { Duplicate(line: $0, first: $1) }
  }
}
