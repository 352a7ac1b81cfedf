// Reads a register in blocks of whole rows.

package import Catalog
import DataSources
package import Diagnostics
import Glibc

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

  private let path: String
  private let descriptor: Int32
  private let size: Int
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var line = 1
  private var offset = 0

  /// Creates a reader of a descriptor and reads the header.
  ///
  /// - Throws: a ``Failure`` when the header is broken, or nothing can be read.
  package init(
    path: String, descriptor: Int32, kind: SubjectKind, catalog: Catalog, size: Int = usualSize
  ) throws(Failure) {
    self.path = path
    self.descriptor = descriptor
    self.size = size
    try fill(max(size, Self.longestHeader))
    let reader = try SubjectReader(path: path, bytes: rest, kind: kind, catalog: catalog)
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
      let end = RegisterBlock.recordEnd(rest, limit: size)
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
    let block = RegisterBlock(bytes: rest, line: line, offset: offset)
    line += RegisterBlock.lineEnds(rest)
    offset += end
    rest = left
    return block
  }

  private func fill(_ wanted: Int) throws(Failure) {
    guard !isAtEnd, rest.count < wanted else { return }
    var problem: Int32 = 0
    rest = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      count = rest.count
      _ = buffer.update(fromContentsOf: rest)
      while count < wanted {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: count), wanted - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { problem = errno }
        if got <= 0 {
          isAtEnd = true
          break
        }
        count += got
      }
    }
    if problem != 0 {
      throw Failure(
        Finding(
          "file.unreadable",
          "`\(path)` cannot be read: \(String(cString: strerror(problem)).lowercased())"))
    }
  }
}
