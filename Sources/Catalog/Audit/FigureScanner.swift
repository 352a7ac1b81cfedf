// Finding the figures of a policy text.

import Quantities

/// Finds the figures of a policy text.
///
/// Figures are Arabic numbers with their multiplier and unit, fractions, places in a ranking, and
/// Chinese numerals before a measure word. Dates, years, numbers of documents and of list entries,
/// names such as `B2C` and `5G`, and a lone `一` are not.
struct FigureScanner {
  private let words: [[Character]]

  /// Creates a scanner that knows the units of a catalogue besides the usual measure words.
  init(units: UnitTable) {
    let symbols = units.units.flatMap { [$0.symbol] + $0.aliases }
    words = Set(MeasureWords.afterNumbers + symbols).filter { !$0.isEmpty }.map { Array($0) }
      .sorted { $0.count > $1.count }
  }

  /// The figures of a text, in order.
  func figures(in text: PolicyText) -> [PrintedFigure] {
    var figures: [PrintedFigure] = []
    var position = 0
    while position < text.characters.count {
      let (figure, next) = read(text, at: position)
      if let figure { figures.append(figure) }
      position = max(next, position + 1)
    }
    return figures
  }

  /// The figure that begins at a position, if one does, and where to go on.
  private func read(_ text: PolicyText, at start: Int) -> (figure: PrintedFigure?, next: Int) {
    let character = text.characters[start]
    if character.isDigit { return readNumber(text, at: start) }
    if character.isLatin { return (nil, endOfName(text.characters, from: start)) }
    if character == "第" { return readPlace(text, at: start) }
    if ChineseNumeral.contains(character) { return readNumeral(text, at: start) }
    return (nil, start + 1)
  }

  // MARK: Arabic numbers

  private func readNumber(_ text: PolicyText, at start: Int) -> (PrintedFigure?, Int) {
    let characters = text.characters
    var end = start
    let number = number(characters, at: &end)
    guard let number else { return (nil, end) }
    if end < characters.count, characters[end].isLatin {
      // `5G` and `3D` are names; `5000P` is an amount of something.
      let name = endOfName(characters, from: end)
      guard end - start > 1 else { return (nil, name) }
      let word = String(characters[end..<name])
      return (PrintedFigure(range: start..<name, value: .amount(number, word: word)), name)
    }
    if isNotCounting(text, start..<end) { return (nil, end) }
    var next = end
    if let joined = joinedName(characters, from: end) {
      let word = String(characters[end..<joined])
      return (PrintedFigure(range: start..<joined, value: .amount(number, word: word)), joined)
    }
    if next < characters.count, characters[next] == "/" {
      next += 1
      if let numerator = number.integerValue,
        let denominator = self.number(characters, at: &next)?.integerValue
      {
        return (
          PrintedFigure(
            range: start..<next,
            value: .fraction(numerator: Int(numerator), denominator: Int(denominator))), next
        )
      }
      next = end
    }
    let scaled = multiplier(characters, at: &next).flatMap { try? number * ExactDecimal($0) }
    let word = word(characters, at: &next, among: words)
    return (
      PrintedFigure(range: start..<next, value: .amount(scaled ?? number, word: word)), next
    )
  }

  /// A number with thousands separators and decimals.
  private func number(_ characters: [Character], at position: inout Int) -> ExactDecimal? {
    var digits = ""
    func takeDigits() {
      while position < characters.count, characters[position].isDigit {
        digits.append(characters[position])
        position += 1
      }
    }
    takeDigits()
    while digits.count <= 30, position < characters.count, characters[position] == ",",
      characters[(position + 1)...].prefix(4).prefix(while: \.isDigit).count == 3
    {
      position += 1
      takeDigits()
    }
    if position + 1 < characters.count, characters[position] == ".",
      characters[position + 1].isDigit
    {
      digits.append(".")
      position += 1
      takeDigits()
    }
    return try? ExactDecimal(parsing: digits)
  }

  private func multiplier(_ characters: [Character], at position: inout Int) -> Int? {
    let scales = characters[position...].prefix { ChineseNumeral.isScale($0) }
    guard !scales.isEmpty, let value = ChineseNumeral.value(of: scales) else { return nil }
    position = scales.endIndex
    return value
  }

  /// The longest known word at a position; `余` and `多` may stand before it.
  private func word(
    _ characters: [Character], at position: inout Int, among words: [[Character]]
  ) -> String {
    var start = position
    if start < characters.count, "余多".contains(characters[start]) { start += 1 }
    let rest = characters[start...]
    guard let word = words.first(where: { rest.starts(with: $0) }) else { return "" }
    position = start + word.count
    return String(word)
  }

  /// Whether a number is a year, a day, or the number of a document or of a list entry.
  private func isNotCounting(_ text: PolicyText, _ range: Range<Int>) -> Bool {
    let characters = text.characters
    let after = range.upperBound < characters.count ? characters[range.upperBound] : "。"
    let before = range.lowerBound > 0 ? characters[range.lowerBound - 1] : "。"
    guard let number = Int(text.string(range)) else { return false }
    let isYear = range.count == 4 && (1900...2100).contains(number)
    if isYear, "〔[【(".contains(before), "〕]】)".contains(after) { return true }
    if after == "号" { return true }
    if range.count <= 2, ".、)".contains(after) {
      let first = before == "(" ? range.lowerBound - 1 : range.lowerBound
      if text.positions[first].startsLine { return true }
    }
    // The first number of `2024—2027年` and `1—9月` is of the same kind as the second.
    var end = range.upperBound
    var last = number
    while end < characters.count, "-—–~至到".contains(characters[end]) { end += 1 }
    if end > range.upperBound {
      let second = characters[end...].prefix(4).prefix(while: \.isDigit)
      guard let value = Int(String(second)) else { return false }
      last = value
      end = second.endIndex
    }
    guard end < characters.count else { return false }
    switch characters[end] {
    case "年": return isYear && (1900...2100).contains(last)
    case "月": return number <= 12 && last <= 12
    case "日": return number <= 31 && last <= 31
    default: return false
    }
  }

  /// The end of a name with a plus sign such as `1+X` after its first number.
  private func joinedName(_ characters: [Character], from position: Int) -> Int? {
    guard position + 1 < characters.count, characters[position] == "+",
      characters[position + 1].isLatin
    else { return nil }
    var end = position + 1
    while end < characters.count, characters[end].isLatin || characters[end] == "+" { end += 1 }
    return end
  }

  /// The end of a name of Latin letters and digits, such as `B2C`, `COVID-19` or `V1.5`.
  private func endOfName(_ characters: [Character], from start: Int) -> Int {
    var end = start
    while end < characters.count {
      let joins =
        "-.".contains(characters[end]) && end > start && end + 1 < characters.count
        && characters[end + 1].isLatin
      guard characters[end].isLatin || joins else { break }
      end += 1
    }
    return end
  }

  // MARK: Chinese numerals

  /// A place in a ranking, such as `第一` or `第3位`; `第二批` and `第三方` are not.
  private func readPlace(_ text: PolicyText, at start: Int) -> (PrintedFigure?, Int) {
    let characters = text.characters
    let digits = characters[(start + 1)...].prefix(3).prefix(while: \.isDigit)
    let numeral = characters[(start + 1)...].prefix { ChineseNumeral.contains($0) }
    let value = digits.isEmpty ? ChineseNumeral.value(of: numeral) : Int(String(digits))
    let end = digits.isEmpty ? numeral.endIndex : digits.endIndex
    guard let value else { return (nil, start + 1) }
    let rest = characters[end...]
    let follows = MeasureWords.afterPlaces.first { rest.starts(with: $0) }
    guard follows != nil || rest.first.map({ !$0.isLetter }) ?? true else { return (nil, end) }
    let next = end + (follows?.count ?? 0)
    return (PrintedFigure(range: start..<next, value: .place(value)), next)
  }

  private func readNumeral(_ text: PolicyText, at start: Int) -> (PrintedFigure?, Int) {
    let characters = text.characters
    let numeral = characters[start...].prefix { ChineseNumeral.contains($0) }
    var end = numeral.endIndex
    if characters[end...].starts(with: Array("分之")) {
      return readFraction(text, numeral: numeral, after: end + 2)
    }
    guard let value = ChineseNumeral.value(of: numeral) else { return (nil, end) }
    let scales = numeral.filter { ChineseNumeral.isScale($0) }.count
    let isLoneScale = numeral.count == 1 && scales == 1 && numeral.first != "十"
    if numeral.elementsEqual(["一"]) || isLoneScale { return (nil, end) }
    let isSize = scales > 0 && numeral.last.map { "万亿".contains($0) } ?? false
    var words = MeasureWords.afterNumerals
    if isSize { words += MeasureWords.afterSizes }
    let word = word(characters, at: &end, among: words)
    // `万亿` is an amount even on its own, but `五` without a measure word counts nothing.
    if word.isEmpty, !(isSize && numeral.count > 1 && numeral.last == "亿") { return (nil, end) }
    let isCongress = word == "大" && start > 0 && characters[start - 1] == "的" && value > 10
    if isCongress { return (nil, end) }
    return (
      PrintedFigure(range: start..<end, value: .amount(ExactDecimal(value), word: word)), end
    )
  }

  private func readFraction(
    _ text: PolicyText, numeral: ArraySlice<Character>, after position: Int
  ) -> (PrintedFigure?, Int) {
    let characters = text.characters
    let start = numeral.startIndex
    var end = position
    let part: ExactDecimal?
    if end < characters.count, characters[end].isDigit {
      part = number(characters, at: &end)
    } else {
      let second = characters[end...].prefix { ChineseNumeral.contains($0) }
      end = second.endIndex
      part = ChineseNumeral.value(of: second).map { ExactDecimal($0) }
    }
    guard let part else { return (nil, position) }
    switch String(numeral) {
    case "百": return (PrintedFigure(range: start..<end, value: .amount(part, word: "%")), end)
    case "千": return (PrintedFigure(range: start..<end, value: .amount(part, word: "‰")), end)
    default: break
    }
    guard let denominator = ChineseNumeral.value(of: numeral), let numerator = part.integerValue
    else { return (nil, end) }
    let value = PrintedFigure.Value.fraction(
      numerator: Int(numerator), denominator: denominator)
    return (PrintedFigure(range: start..<end, value: value), end)
  }
}

/// Words that tell that a numeral before them counts something.
private enum MeasureWords {
  /// Words after Chinese numerals.
  ///
  /// Words that make set phrases of small numerals, such as the 级 of `二级市场`, are left out.
  static let afterNumerals = [
    "个百分点", "平方公里", "平方米", "公里", "小时", "人次", "大", "强", "篇", "个", "家", "条", "项", "名",
    "人", "座", "场", "件", "所", "处", "类", "种", "年", "倍", "户", "亩", "台", "套", "辆", "元", "吨",
  ].map { Array($0) }

  /// Words after numerals such as `千亿`.
  static let afterSizes = [["级"]] as [[Character]]

  /// Words after places in a ranking.
  static let afterPlaces = ["位", "名", "方阵", "梯队"].map { Array($0) }

  /// Words after Arabic numbers besides the units of the catalogue.
  static let afterNumbers =
    afterNumerals.map { String($0) } + [
      "%", "‰", "百分点", "美元", "欧元", "级", "位", "层", "架", "艘", "批", "届", "期", "轮", "支", "款",
      "公顷", "千米", "米", "千瓦时", "千瓦", "标箱", "个月", "天", "分钟", "岁", "成", "周年",
    ]
}
