// Values as bytes, for the pipe between a process and its workers.

/// Writes values one after another as bytes.
///
/// Whole numbers take seven bits to a byte, least significant first; signed ones are zigzag-coded. Texts and
/// lists begin with their count. There are no names and no alignment: reader and writer agree on the order, and
/// the protocol's version changes with it.
package struct WireWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Creates an empty writer.
  package init() {}

  /// Writes an unsigned number.
  package mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a signed number.
  package mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value) << 1 ^ Int64(value) >> 63))
  }

  /// Writes a signed number of 128 bits.
  package mutating func write(_ value: Int128) {
    write(UInt64(truncatingIfNeeded: value))
    write(Int(truncatingIfNeeded: value >> 64))
  }

  /// Writes a truth value.
  package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes a byte, such as the number of a case.
  package mutating func write(tag: UInt8) { bytes.append(tag) }

  /// Writes a text.
  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// Writes bytes.
  package mutating func write(_ data: [UInt8]) {
    write(UInt64(data.count))
    bytes.append(contentsOf: data)
  }

  /// Writes a value.
  package mutating func write(_ value: some WireValue) { value.write(to: &self) }

  /// Writes a value that may be absent.
  package mutating func write(_ value: (some WireValue)?) {
    write(value != nil)
    if let value { value.write(to: &self) }
  }

  /// Writes a list.
  package mutating func write(_ values: [some WireValue]) {
    write(UInt64(values.count))
    for value in values { value.write(to: &self) }
  }
}

/// A value that can be written as bytes and read back.
package protocol WireValue {
  /// Writes the value.
  func write(to writer: inout WireWriter)

  /// Reads a value.
  init(from reader: inout WireReader) throws(WireError)
}

extension String: WireValue {
  package func write(to writer: inout WireWriter) { writer.write(self) }
  package init(from reader: inout WireReader) throws(WireError) { self = try reader.text() }
}

extension Int: WireValue {
  package func write(to writer: inout WireWriter) { writer.write(self) }
  package init(from reader: inout WireReader) throws(WireError) { self = try reader.integer() }
}

extension Bool: WireValue {
  package func write(to writer: inout WireWriter) { writer.write(self) }
  package init(from reader: inout WireReader) throws(WireError) { self = try reader.boolean() }
}
