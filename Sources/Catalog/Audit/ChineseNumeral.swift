// Chinese numerals as policy texts print them.

/// Reads Chinese numerals such as `二十七`, `两`, `千亿`.
enum ChineseNumeral {
  private static let digits: [Character: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static let tens: [Character: Int] = ["十": 10, "百": 100, "千": 1000]

  /// Whether a character belongs to a numeral.
  static func contains(_ character: Character) -> Bool {
    digits[character] != nil || tens[character] != nil || "万亿零〇".contains(character)
  }

  /// Whether a character is a power of ten, such as `千` or `亿`.
  static func isScale(_ character: Character) -> Bool {
    tens[character] != nil || "万亿".contains(character)
  }

  /// The value of a numeral; `nil` for what is not one, such as the years of `十四五`.
  static func value(of text: some Collection<Character>) -> Int? {
    let characters = Array(text)
    // 16 characters are enough for any figure, and keep the value within 64 bits.
    guard !characters.isEmpty, characters.count <= 16 else { return nil }
    return value(characters[...], below: [("亿", 100_000_000), ("万", 10_000)])
  }

  private static func value(
    _ text: ArraySlice<Character>, below scales: [(name: Character, value: Int)]
  ) -> Int? {
    guard let scale = scales.first else { return smallValue(text) }
    guard let position = text.lastIndex(of: scale.name) else {
      return value(text, below: Array(scales.dropFirst()))
    }
    let (before, after) = (text[..<position], text[(position + 1)...])
    let high = before.isEmpty ? 1 : value(before, below: scales)
    let low = after.isEmpty ? 0 : value(after, below: Array(scales.dropFirst()))
    guard let high, let low else { return nil }
    let (product, overflow) = high.multipliedReportingOverflow(by: scale.value)
    let (sum, carry) = product.addingReportingOverflow(low)
    return overflow || carry ? nil : sum
  }

  /// A numeral below ten thousand.
  private static func smallValue(_ text: ArraySlice<Character>) -> Int? {
    var total = 0
    var digit: Int?
    var last = 10_000
    for character in text {
      if let value = digits[character] {
        guard digit == nil else { return nil }
        digit = value
      } else if let scale = tens[character] {
        guard scale < last else { return nil }
        total += (digit ?? 1) * scale
        (digit, last) = (nil, scale)
      } else {
        guard digit == nil, total > 0 else { return nil }
      }
    }
    return total + (digit ?? 0)
  }

  /// A number from 1 to 99 as a numeral, as clauses are numbered.
  static func text(_ number: Int) -> String {
    let names = Array("一二三四五六七八九")
    guard (1...99).contains(number) else { return String(number) }
    let (ten, one) = number.quotientAndRemainder(dividingBy: 10)
    let head = ten == 0 ? "" : (ten == 1 ? "" : String(names[ten - 1])) + "十"
    return head + (one == 0 ? "" : String(names[one - 1]))
  }
}
