// Reads a register in blocks of whole rows.

package import Catalog
package import DataSources
package import Diagnostics

/// Reads a register in blocks of whole rows, so that it need not fit in memory.
package final class BlockReader {
  /// The usual size of a block, in bytes.
  package static let usualSize = 1 << 20

  /// How many bytes are looked at for a header.
  private static let longestHeader = 1 << 18

  /// The most bytes that one row may have.
  private static let longestRow = 64 << 20

  /// For each field of the kind the column it stands in.
  package private(set) var columns: [Int?] = []

  /// How many columns there are.
  package private(set) var width = 0

  /// The bytes before the first row.
  package private(set) var header: [UInt8] = []

  private let source: any ByteSource
  private let format: RowFormat
  private let size: Int
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var line = 1
  private var offset = 0

  /// Creates a reader and reads the header, if the format has one.
  ///
  /// - Throws: a ``Failure`` when the header is broken, or nothing can be read.
  package init(
    path: String, source: any ByteSource, format: RowFormat, kind: SubjectKind, catalog: Catalog,
    size: Int = usualSize
  ) throws(Failure) {
    self.source = source
    self.format = format
    self.size = size
    try fill(max(size, Self.longestHeader))
    let reader = try SubjectReader(
      path: path, bytes: rest, format: format, kind: kind, catalog: catalog)
    columns = reader.columns
    width = reader.width
    (offset, line) = reader.place
    header = Array(rest.prefix(offset))
    rest.removeFirst(offset)
  }

  /// The next block, or `nil` at the end.
  ///
  /// - Throws: a ``Failure`` when nothing can be read.
  package func next() throws(Failure) -> RegisterBlock? {
    var wanted = size
    while true {
      try fill(wanted)
      guard !rest.isEmpty else { return nil }
      if isAtEnd, rest.count <= size { return take(rest.count) }
      let end = RegisterBlock.rowEnd(rest, format, limit: size)
      if end > 0 { return take(end) }
      if isAtEnd { return take(rest.count) }
      // A quote that is never closed is told by whoever reads the rows.
      if rest.count >= Self.longestRow {
        isAtEnd = true
        return take(rest.count)
      }
      wanted = 2 * rest.count
    }
  }

  private func take(_ end: Int) -> RegisterBlock {
    let left = Array(rest[end...])
    rest.removeLast(rest.count - end)
    let block = RegisterBlock(bytes: rest, format: format, line: line, offset: offset)
    line += RegisterBlock.lineEnds(rest)
    offset += end
    rest = left
    return block
  }

  private func fill(_ wanted: Int) throws(Failure) {
    guard !isAtEnd, rest.count < wanted else { return }
    var problem: Failure?
    rest = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      count = rest.count
      _ = buffer.update(fromContentsOf: rest)
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      do throws(Failure) {
        while count < wanted, !isAtEnd {
          let got = try source.fill(UnsafeMutableRawBufferPointer(rebasing: bytes[count..<wanted]))
          isAtEnd = got == 0
          count += got
        }
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
  }
}
