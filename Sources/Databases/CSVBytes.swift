// Rows of CSV, written one after another.

/// Rows of CSV in the making.
struct CSVBytes {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []

  private var cells = 0
  private var rowStart = 0

  /// Forgets what is written.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    rowStart = 0
  }

  /// Adds a cell without a value.
  mutating func addMissing() { startCell() }

  /// Adds a cell, in quotes where it needs them.
  mutating func add(text: String) {
    var text = text
    text.withUTF8 { add(text: $0) }
  }

  /// Adds a cell, in quotes where it needs them.
  mutating func add(text: UnsafeBufferPointer<UInt8>) {
    if text.contains(where: Self.needsQuotes) {
      addQuoted(text)
    } else {
      startCell()
      bytes += text
    }
  }

  /// Adds a cell in quotes.
  mutating func add(quoted text: String) {
    var text = text
    text.withUTF8 { addQuoted($0) }
  }

  /// Ends a row.
  mutating func endRow() {
    // A blank line would be no row at all.
    if bytes.count == rowStart { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    bytes.append(UInt8(ascii: "\n"))
    cells = 0
    rowStart = bytes.count
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  private mutating func startCell() {
    if cells > 0 { bytes.append(UInt8(ascii: ",")) }
    cells += 1
  }

  private mutating func addQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    startCell()
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
