// Headings of a policy text: chapters `一、` and clauses `（七）`.

/// The part of a policy text in which a figure stands.
public enum PolicyPlace: Hashable, Sendable, CustomStringConvertible {
  /// What stands before the first chapter.
  case preamble

  /// The paragraph below the heading of a chapter.
  case chapter(Int)

  /// A numbered clause, which is a measure.
  case measure(Int)

  /// The heading as printed, with full-width brackets, or `preamble`.
  public var description: String {
    switch self {
    case .preamble: "preamble"
    case .chapter(let number): ChineseNumeral.text(number)
    case .measure(let number): "（\(ChineseNumeral.text(number))）"
    }
  }
}

/// Recognises headings.
enum PolicyHeading {
  /// A heading with full-width signs as plain ones and without spaces.
  static func normalised(_ heading: String) -> String {
    String(heading.compactMap { $0.isWhitespace ? nil : $0.withoutFullWidth })
  }

  /// The place that a heading such as `（七）`, `一` or the empty one of the preamble stands for.
  static func place(of heading: String) -> PolicyPlace? {
    let text = normalised(heading)
    if text.isEmpty { return .preamble }
    if text.hasPrefix("("), text.hasSuffix(")") {
      return ChineseNumeral.value(of: text.dropFirst().dropLast()).map { .measure($0) }
    }
    return ChineseNumeral.value(of: text).map { .chapter($0) }
  }

  /// The heading with which a line begins, and the number of characters it takes.
  static func heading(of line: Substring) -> (place: PolicyPlace, length: Int)? {
    let blanks = line.prefix { $0.isWhitespace }.count
    let rest = Array(line.dropFirst(blanks).prefix(8))
    guard let first = rest.first else { return nil }
    let isBracketed = first.withoutFullWidth == "("
    let start = isBracketed ? 1 : 0
    let numeral = rest.dropFirst(start).prefix { ChineseNumeral.contains($0) }
    guard let value = ChineseNumeral.value(of: numeral), (1...99).contains(value),
      numeral.endIndex < rest.count
    else { return nil }
    let close = rest[numeral.endIndex].withoutFullWidth
    guard close == (isBracketed ? ")" : "、") else { return nil }
    return (isBracketed ? .measure(value) : .chapter(value), blanks + numeral.endIndex + 1)
  }
}

extension Character {
  /// The plain character that a full-width one stands for; any other character as it is.
  var withoutFullWidth: Character {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1,
      (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return self }
    return Character(plain)
  }
}
