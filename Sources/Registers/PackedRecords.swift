// Rows of tables as bytes, which a worker answers and a store takes in as they are.

package import Wire

/// Rows of a table, packed one behind the other.
///
/// A record is its values in the order of the table's columns. A value begins with a byte that says what follows:
///
/// | byte | what follows |
/// |---|---|
/// | 0 | nothing: the value is absent |
/// | 1 | a signed integer of 8 bytes |
/// | 2 | a text: the count of its bytes in 4 bytes, then these, which are UTF-8 |
///
/// Numbers begin with their lowest byte. Nothing is aligned, and nothing comes between records: both ends know how
/// many values a record has. A record of a subject is its line, key, row as written without the line end, and for
/// each eligibility the status, what is payable, an outcome of each condition (`+`, `-` or `?`), and what is
/// missing; see ``DecisionRecord``. A record of a row that was left out, or of a decision that failed, is the line,
/// column, value, reason and key.
package struct PackedRecords {
  /// A value of a record; texts point into the bytes.
  package enum Value {
    case absent
    case integer(Int64)
    case text(UnsafeRawBufferPointer)
  }

  static let absent: UInt8 = 0
  static let integer: UInt8 = 1
  static let text: UInt8 = 2

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// Creates a reader of records, which are valid as long as the bytes are.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether all records were read.
  package var isAtEnd: Bool { position == bytes.count }

  /// Reads the next value.
  ///
  /// - Throws: an error where the bytes are not what they should be; they come from a worker.
  package mutating func next() throws(WireError) -> Value {
    guard position < bytes.count else { throw WireError("a record is cut off") }
    let tag = bytes[position]
    position += 1
    switch tag {
    case Self.absent: return .absent
    case Self.integer: return .integer(try load(Int64.self))
    case Self.text:
      let count = Int(try load(UInt32.self))
      guard count <= bytes.count - position else { throw WireError("a text is cut off") }
      defer { position += count }
      return .text(UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)]))
    default: throw WireError("a value is of no known type")
    }
  }

  private mutating func load<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type
  ) throws(WireError) -> Number {
    let size = MemoryLayout<Number>.size
    guard size <= bytes.count - position else { throw WireError("a number is cut off") }
    defer { position += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: type))
  }
}

extension [UInt8] {
  /// Appends an absent value.
  mutating func appendAbsent() { append(PackedRecords.absent) }

  /// Appends an integer.
  mutating func append(value: Int64) {
    append(PackedRecords.integer)
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// Appends a text that is given as UTF-8.
  mutating func append(text: some Collection<UInt8>) {
    append(PackedRecords.text)
    Swift.withUnsafeBytes(of: UInt32(clamping: text.count).littleEndian) { append(contentsOf: $0) }
    append(contentsOf: text)
  }

  /// Appends a text, or an absent value.
  mutating func append(text: String?) {
    guard let text else { return appendAbsent() }
    append(text: text.utf8)
  }
}
