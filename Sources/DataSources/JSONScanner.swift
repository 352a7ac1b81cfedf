// The words of a JSON object that has no other objects in it.

/// Why a line is no JSON object.
struct JSONProblem: Error {
  let code: String
  let message: String
  /// The byte at fault, and how many characters are.
  let offset: Int
  let length: Int
  let suggestion: String?
}

/// Steps through one JSON object from brace to brace, as RFC 8259 has it.
struct JSONScanner {
  /// A name or a value.
  struct Token {
    /// The text of a string, the characters of anything else; empty for `null`.
    let text: String
    /// The byte it begins at, behind an opening quote.
    let offset: Int
    /// How many characters it has as it is written.
    let length: Int
    /// Whether it is written with the same characters.
    var isVerbatim = true
    /// Whether it is an object or an array.
    var isNested = false
  }

  private let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int
  private var isFirst = true

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    position = start
    self.end = end
  }

  var isAtEnd: Bool { position == end }

  private var byte: UInt8? { position < end ? bytes[position] : nil }

  mutating func skipSpaces() {
    while let byte, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
  }

  // MARK: The object

  /// Steps over the opening brace.
  mutating func open() throws(JSONProblem) {
    guard byte == UInt8(ascii: "{") else {
      throw expected(
        "`{`",
        byte == UInt8(ascii: "[")
          ? "write one object in each line, without brackets around all of them"
          : "write one object in each line, such as `{\"id\": \"A1\"}`")
    }
    position += 1
  }

  /// The next name, up to its value, or `nil` behind the closing brace and at the end of the line.
  mutating func name() throws(JSONProblem) -> Token? {
    skipSpaces()
    if byte == UInt8(ascii: "}") {
      position += 1
      skipSpaces()
      guard isAtEnd else { throw expected("the end of the line behind the object") }
      return nil
    }
    if !isFirst {
      guard byte == UInt8(ascii: ",") else { throw expected("`,` or `}`") }
      position += 1
      skipSpaces()
    }
    guard byte == UInt8(ascii: "\"") else {
      throw expected(isFirst ? "a key in quotes, or `}`" : "a key in quotes")
    }
    isFirst = false
    let name = try string()
    skipSpaces()
    guard byte == UInt8(ascii: ":") else { throw expected("`:` behind the key") }
    position += 1
    skipSpaces()
    return name
  }

  /// The value here.
  mutating func value() throws(JSONProblem) -> Token {
    switch byte {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try nested()
    default: return try word()
    }
  }

  // MARK: Values

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(JSONProblem) -> Token {
    let start = position
    while let byte, !Self.endsWord(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "null": return Token(text: "", offset: start, length: 4, isVerbatim: false)
    case "true", "false": break
    case "":
      throw expected("a value")
    default:
      guard Self.isNumber(bytes[start..<position]) else {
        throw JSONProblem(
          code: "json.syntax", message: "`\(text)` is no value of JSON", offset: start,
          length: text.count, suggestion: "put quotes around a text")
      }
    }
    return Token(text: text, offset: start, length: text.count)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: " "),
      UInt8(ascii: "\t"), UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "{"),
      UInt8(ascii: "["):
      true
    default: false
    }
  }

  /// Whether these are `-`, digits without a leading zero, a fraction and an exponent.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte }
    func digits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest.removeFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    if whole == 0 || (startsWithZero && whole > 1) { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      if digits() == 0 { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  /// An object or an array, whose brackets are counted and not more.
  private mutating func nested() throws(JSONProblem) -> Token {
    let start = position
    var depth = 0
    repeat {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        _ = try string()
        continue
      case nil: throw expected("`]` or `}`")
      default: break
      }
      position += 1
    } while depth > 0
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return Token(
      text: text, offset: start, length: text.count, isVerbatim: false, isNested: true)
  }

  // MARK: Strings

  /// A string, from its opening quote past the closing one.
  private mutating func string() throws(JSONProblem) -> Token {
    let opening = position
    position += 1
    let start = position
    var decoded: [UInt8] = []
    var plain = position
    while let byte, byte != UInt8(ascii: "\"") {
      if byte < 0x20 {
        throw problem(
          "a control character has to be escaped in a string",
          suggestion: byte == 9 ? "write a tab as `\\t`" : nil)
      }
      guard byte == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      decoded += bytes[plain..<position]
      decoded += String(try escape()).utf8
      plain = position
    }
    guard !isAtEnd else {
      position = opening
      throw problem(
        "the quote that opens this string is never closed in its line",
        suggestion: "write a line end in a string as `\\n`, and a quote as `\\\"`")
    }
    let written = bytes[start..<position]
    let isVerbatim = plain == start
    if !isVerbatim { decoded += bytes[plain..<position] }
    let text =
      isVerbatim
      ? String(validating: written, as: UTF8.self) : String(validating: decoded, as: UTF8.self)
    guard let text else {
      position = start + Self.validBytes(of: written)
      throw JSONProblem(
        code: "json.invalid-utf8", message: "this string is not valid UTF-8", offset: position,
        length: 1, suggestion: DataText.otherEncoding)
    }
    position += 1
    return Token(
      text: text, offset: start,
      length: isVerbatim ? text.count : String(decoding: written, as: UTF8.self).count,
      isVerbatim: isVerbatim)
  }

  private static func validBytes(of content: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = content.makeIterator()
    var count = 0
    while case .valid(let encoded) = parser.parseScalar(from: &iterator) { count += encoded.count }
    return count
  }

  /// What a backslash and what follows it stand for.
  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte else { return "\\" }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let scalar = unicodeEscape() { return scalar }
      position = start
      throw problem("`\\u` and four digits have to make a character, or two of them a pair")
    default:
      position = start
      throw problem(
        "there is no such escape", suggestion: "write a backslash in a string as `\\\\`")
    }
  }

  /// The character of one `\u` or of two that are a pair; `nil` when they make none, and for NUL.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = unit() else { return nil }
    guard UTF16.isLeadSurrogate(first) else {
      return first == 0 ? nil : Unicode.Scalar(first)
    }
    guard position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    position += 2
    guard let second = unit(), UTF16.isTrailSurrogate(second) else { return nil }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  /// Four hexadecimal digits.
  private mutating func unit() -> UInt16? {
    guard position + 4 <= end else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[position..<(position + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    position += 4
    return unit
  }

  // MARK: Problems

  private func problem(_ message: String, suggestion: String? = nil) -> JSONProblem {
    JSONProblem(
      code: "json.syntax", message: message, offset: position, length: 1, suggestion: suggestion)
  }

  private func expected(_ what: String, _ suggestion: String? = nil) -> JSONProblem {
    guard !isAtEnd else {
      return problem("expected \(what), and the line ends here", suggestion: suggestion)
    }
    let found = String(decoding: bytes[position..<min(end, position + 32)], as: UTF8.self)
    return problem("expected \(what), found `\(found.prefix(1))`", suggestion: suggestion)
  }
}
