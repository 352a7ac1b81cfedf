// Texts on their way between Swift and C.

/// The text of some bytes, with what is not UTF-8 replaced by U+FFFD.
func text(_ data: UnsafePointer<CChar>?, _ length: Int) -> String {
  guard let data, length > 0 else { return "" }
  return UnsafeRawBufferPointer(start: data, count: length).withMemoryRebound(to: UInt8.self) {
    String(decoding: $0, as: UTF8.self)
  }
}

/// The text of a C array of characters that ends with a zero.
func text<Characters>(ofCharacters characters: Characters) -> String {
  withUnsafeBytes(of: characters) { bytes in
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}

/// Runs a C call with a list of zero-terminated texts.
func withCharacters<Result>(
  of texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
  var bytes: [CChar] = []
  var starts: [Int] = []
  for text in texts {
    starts.append(bytes.count)
    bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
    bytes.append(0)
  }
  return bytes.withUnsafeBufferPointer { buffer in
    let pointers = starts.map { start in buffer.baseAddress.map { $0 + start } }
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
