// Values read back from bytes that nobody has to trust.

/// Bytes that are not what the protocol says.
package struct WireError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  package let description: String

  /// Creates an error.
  package init(_ description: String) { self.description = description }

  static let truncated = WireError("the message ends in the middle of a value")
}

/// Reads values one after another.
///
/// Bytes from a worker are as little to be trusted as its scripts: nothing that is read is believed before it is
/// checked, and no count makes room for more than the bytes that are there could fill.
package struct WireReader {
  private let bytes: [UInt8]
  private var position: Int

  /// Whatever values refer to by number or name, by its type; see ``context(_:)``.
  private var contexts: [ObjectIdentifier: Any] = [:]

  /// How many values that can hold values of their own kind lie around the next one.
  private var depth = 0

  private static let greatestDepth = 64

  /// Creates a reader.
  package init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Makes something known that values refer to, such as the table of units.
  package mutating func provide<Context>(_ context: Context) {
    contexts[ObjectIdentifier(Context.self)] = context
  }

  /// What was provided.
  package func context<Context>(_ type: Context.Type) throws(WireError) -> Context {
    guard let context = contexts[ObjectIdentifier(type)] as? Context else {
      throw WireError("nothing is known that the message could refer to")
    }
    return context
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { position == bytes.count }

  /// Makes sure that everything was read.
  package func finish() throws(WireError) {
    guard isAtEnd else {
      throw WireError("the message has \(bytes.count - position) bytes too many")
    }
  }

  /// Reads a byte.
  package mutating func tag() throws(WireError) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads an unsigned number.
  package mutating func unsigned() throws(WireError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try tag()
      guard shift < 63 || byte <= 1 else { throw WireError("a number is too long") }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// Reads a signed number.
  package mutating func integer() throws(WireError) -> Int {
    let value = try unsigned()
    return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
  }

  /// Reads a signed number of 128 bits.
  package mutating func wide() throws(WireError) -> Int128 {
    let low = try unsigned()
    return Int128(try integer()) << 64 | Int128(low)
  }

  /// Reads a truth value.
  package mutating func boolean() throws(WireError) -> Bool {
    switch try tag() {
    case 0: false
    case 1: true
    default: throw WireError("a truth value is neither true nor false")
    }
  }

  /// Reads bytes.
  package mutating func data() throws(WireError) -> [UInt8] {
    let count = try count()
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  /// Reads a text.
  package mutating func text() throws(WireError) -> String {
    let count = try count()
    defer { position += count }
    guard let text = String(validating: bytes[position..<(position + count)], as: UTF8.self) else {
      throw WireError("a text is not UTF-8")
    }
    return text
  }

  /// Reads a value.
  package mutating func value<Value: WireValue>(
    _ type: Value.Type = Value.self
  ) throws(WireError) -> Value { try Value(from: &self) }

  /// Reads a value that may be absent.
  package mutating func optional<Value: WireValue>(
    _ type: Value.Type = Value.self
  ) throws(WireError) -> Value? { try boolean() ? try Value(from: &self) : nil }

  /// Reads a list.
  package mutating func list<Value: WireValue>(
    of type: Value.Type = Value.self
  ) throws(WireError) -> [Value] {
    // Every element takes a byte at least, so a count beyond the bytes is a lie.
    let count = try count()
    var values: [Value] = []
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  /// Reads a value that can hold values of its own kind, unless they lie too deep in each other.
  package mutating func nested<Value>(
    _ read: (inout WireReader) throws(WireError) -> Value
  ) throws(WireError) -> Value {
    guard depth < Self.greatestDepth else {
      throw WireError("values lie too deep in each other")
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func count() throws(WireError) -> Int {
    let count = try unsigned()
    guard count <= UInt64(bytes.count - position) else { throw .truncated }
    return Int(count)
  }
}
