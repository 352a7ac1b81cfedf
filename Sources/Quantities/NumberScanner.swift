// Reads the number at the start of a text, for decimals and for quantities.

/// A position in a text from which numbers are read.
struct NumberScanner {
  /// A number as read: `digits × 10^exponent`.
  struct Number {
    var isNegative = false
    var digits: UInt128 = 0
    var exponent = 0
  }

  private let text: String
  private let scalars: String.UnicodeScalarView
  private(set) var position: String.Index

  init(_ text: String) {
    self.text = text
    scalars = text.unicodeScalars
    position = scalars.startIndex
  }

  var isAtEnd: Bool { position == scalars.endIndex }

  var rest: Substring { text[position...] }

  private var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

  private mutating func advance() { scalars.formIndex(after: &position) }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  mutating func skipSpaces() {
    while let scalar = next, Self.isSpace(scalar) { advance() }
  }

  /// Whether a scalar is one of the spaces that may stand around a number.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}"
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x39: scalar.value - 0x30
    case 0xFF10...0xFF19: scalar.value - 0xFF10
    default: nil
    }
  }

  /// Reads a number; throws where the text departs from the grammar.
  mutating func number() throws(QuantityParseError) -> Number {
    var number = Number()
    guard !isAtEnd else {
      throw error("expected a number, found nothing", suggestion: "write one such as `100`")
    }
    let start = position
    switch next {
    case "-", "−", "－":
      number.isNegative = true
      advance()
    case "+", "＋": advance()
    default: break
    }
    var run = DigitRun()
    try integer(&run, from: start)
    if let point = next, point == "." || point == "．" {
      advance()
      try fraction(&run)
    }
    if let letter = next, letter == "e" || letter == "E", isExponent {
      throw error("a number is written without an exponent", suggestion: "write all its digits")
    }
    guard run.digits != nil else {
      throw error(
        "a number has at most 38 digits", at: start, suggestion: "round it to fewer digits")
    }
    number.digits = run.digits ?? 0
    number.exponent = run.exponent
    return number
  }

  private mutating func integer(
    _ run: inout DigitRun, from start: String.Index
  ) throws(QuantityParseError) {
    var group = 0
    var isGrouped = false
    var groupStart = position
    while let scalar = next {
      if let digit = Self.digit(scalar) {
        run.append(digit)
        group += 1
      } else if scalar == "," || scalar == "，" {
        guard group > 0 else { throw error("expected a digit before the separator") }
        guard isGrouped ? group == 3 : group <= 3 else { throw badGroup(groupStart) }
        isGrouped = true
        group = 0
        groupStart = scalars.index(after: position)
      } else {
        break
      }
      advance()
    }
    if isGrouped, group != 3 { throw badGroup(groupStart) }
    guard group == 0 else { return }
    if let point = next, point == "." || point == "．" {
      throw error("expected a digit before the point", suggestion: "write `0.5`, not `.5`")
    }
    let found = rest.prefix { !$0.isWhitespace }
    switch found.lowercased() {
    case "nan", "inf", "infinity", "∞":
      throw error("`\(found)` is not a number", suggestion: "leave the value out if it is missing")
    case "" where isAtEnd:
      throw error("expected a number, found nothing", suggestion: "write one such as `100`")
    default:
      throw error("expected a number, found `\(text[start...].prefix(24))`", at: start)
    }
  }

  private mutating func fraction(_ run: inout DigitRun) throws(QuantityParseError) {
    let start = position
    while let scalar = next, let digit = Self.digit(scalar) {
      run.append(digit, isFraction: true)
      advance()
    }
    if position == start { throw error("expected a digit after the point") }
    switch next {
    case ".", "．": throw error("a number has only one point")
    case ",", "，": throw error("digits after the point are not grouped")
    default: break
    }
  }

  /// Whether an exponent follows, as in `1e6`, and not a unit that begins with an e.
  private var isExponent: Bool {
    for scalar in rest.unicodeScalars.dropFirst() {
      if scalar == "+" || scalar == "-" { continue }
      return Self.digit(scalar) != nil
    }
    return false
  }

  private func badGroup(_ start: String.Index) -> QuantityParseError {
    error(
      "digits are grouped in threes", at: start, suggestion: "write `1,000,000` or `1000000`")
  }

  /// The decimal of a number in a unit of a scale; throws when it is out of range.
  func decimal(_ number: Number, scale: Int) throws(QuantityParseError) -> ExactDecimal {
    let exponent = number.exponent + scale
    // Amounts at the exponent 0 add and compare fastest.
    if exponent > 0, exponent <= 18, let digits = UInt64(exactly: number.digits),
      case let (high, low) = digits.multipliedFullWidth(by: PowersOfTen.word(exponent)),
      high == 0, low < PowersOfTen.word(18)
    {
      let value = Int128(low)
      return ExactDecimal(unchecked: number.isNegative ? 0 &- value : value, exponent: 0)
    }
    guard
      let value = ExactDecimal.fitting(
        number.digits, exponent: exponent, isNegative: number.isNegative)
    else {
      throw error("the number is too large or too small", at: text.startIndex)
    }
    return value
  }

  /// An error at a place, or where reading stopped.
  func error(
    _ message: String, at index: String.Index? = nil, suggestion: String? = nil
  ) -> QuantityParseError {
    QuantityParseError(
      message: message, offset: text[..<(index ?? position)].count, suggestion: suggestion)
  }
}

/// Digits as they come in, without leading and trailing zeros.
private struct DigitRun {
  /// The digits up to the last one that is not zero; `nil` when they are too many.
  var digits: UInt128? = 0
  private var count = 0
  private var zeros = 0
  private var places = 0

  /// The power of ten of the last digit kept.
  var exponent: Int { digits == 0 ? 0 : zeros - places }

  mutating func append(_ digit: UInt32, isFraction: Bool = false) {
    if isFraction { places += 1 }
    guard let digits else { return }
    if digit == 0 {
      if count > 0 { zeros += 1 }
      return
    }
    count += zeros + 1
    guard count <= ExactDecimal.maximumDigits else {
      self.digits = nil
      return
    }
    self.digits = digits &* PowersOfTen.wide(zeros + 1) &+ UInt128(digit)
    zeros = 0
  }
}
