// A look at the words of a script before it runs, for mistakes that Lua itself would never report.

import Catalog
import Diagnostics
import Quantities

/// Finds comparisons of a field or a parameter with a constant that it can never equal.
///
/// `e.headquarters == "r_d"` and `e.rd_spend == 10000000` are simply false in Lua, so nobody would ever be told.
/// The scan looks only at `e.name` or `p.name`, `==` or `~=`, and a constant, in either order, where neither side
/// is part of a longer expression; it may miss mistakes but accuses nobody wrongly.
struct ScriptScan {
  private let file: SourceFile
  private let catalog: Catalog

  static func findings(in file: SourceFile, catalog: Catalog) -> [Finding] {
    let words = ScriptWords(file).words
    guard words.count >= 5 else { return [] }
    let scan = ScriptScan(file: file, catalog: catalog)
    return (0...(words.count - 5)).compactMap { start in
      guard !words.isJoined(at: start..<(start + 5)) else { return nil }
      let five = Array(words[start..<(start + 5)])
      if five[3].isEquality {
        return scan.finding(record: five[0], dot: five[1], name: five[2], constant: five[4])
      }
      if five[1].isEquality {
        return scan.finding(record: five[2], dot: five[3], name: five[4], constant: five[0])
      }
      return nil
    }
  }

  private typealias Word = ScriptWords.Word

  private func finding(record: Word, dot: Word, name: Word, constant: Word) -> Finding? {
    guard record.kind == .name, dot.text == ".", name.kind == .name,
      let constant = constant.constant
    else { return nil }
    let problem: (reason: String, suggestion: String?)?
    switch record.text {
    case "e": problem = self.problem(ofField: name.text, constant)
    case "p": problem = self.problem(ofParameter: name.text, constant)
    default: problem = nil
    }
    guard let problem else { return nil }
    return Finding(
      "script.unknown-value", problem.reason,
      at: SourceSpan(
        file: file, line: constant.word.line, column: constant.word.column,
        length: constant.word.length),
      notes: ["the comparison would silently be false for every subject"],
      suggestion: problem.suggestion)
  }

  /// What is wrong, when the field is declared and nothing it can be equals the constant.
  private func problem(
    ofField name: String, _ constant: ScriptWords.Constant
  ) -> (reason: String, suggestion: String?)? {
    let types = catalog.subjects.compactMap { $0.field(name)?.type }
    guard !types.isEmpty, !types.contains(where: { $0.canEqual(constant) }) else { return nil }
    let suggestion: String? =
      switch types[0] {
      case .enumeration(let values):
        NearestName.suggestion(for: constant.word.text, among: values.map(\.value))
      case .quantity(let unit): "compare with a quantity, such as `quantity \"1\(unit.symbol)\"`"
      case .date: "compare with a day, such as `date \"2026-01-01\"`"
      case .boolean: "a boolean is a condition by itself; write `not` for its opposite"
      case .integer, .year: "compare with a whole number, without quotes"
      case .text, .area: "compare with a text in quotes"
      }
    return ("`\(name)` is never `\(constant.word.text)`", suggestion)
  }

  /// What is wrong, when every parameter of the name is a quantity, which no constant equals.
  private func problem(
    ofParameter name: String, _ constant: ScriptWords.Constant
  ) -> (reason: String, suggestion: String?)? {
    guard let parameter = catalog.instruments.lazy.compactMap({ $0.parameter(name) }).first else {
      return nil
    }
    return (
      "`p.\(name)` is a quantity and never `\(constant.word.text)`",
      "compare with a quantity, such as `quantity \"1\(parameter.unit.symbol)\"`"
    )
  }
}

extension FieldType {
  /// Whether a value of the type can equal a constant of Lua.
  fileprivate func canEqual(_ constant: ScriptWords.Constant) -> Bool {
    switch (self, constant) {
    case (.enumeration(let values), .text(let word)): values.contains { $0.value == word.text }
    case (.text, .text), (.area, .text), (.boolean, .boolean): true
    case (.integer, .number), (.year, .number): true
    default: false
    }
  }
}

extension ScriptWords {
  /// A constant of Lua, as far as one word shows it.
  fileprivate enum Constant {
    case text(Word)
    case number(Word)
    case boolean(Word)

    var word: Word {
      switch self {
      case .text(let word), .number(let word), .boolean(let word): word
      }
    }
  }
}

extension ScriptWords.Word {
  fileprivate var isEquality: Bool { kind == .sign && (text == "==" || text == "~=") }

  /// The word as a constant; texts with escapes are left alone.
  fileprivate var constant: ScriptWords.Constant? {
    switch kind {
    case .string: text.contains("\\") ? nil : .text(self)
    case .number: .number(self)
    case .name: text == "true" || text == "false" ? .boolean(self) : nil
    case .sign: nil
    }
  }

  /// How many characters it takes in the script.
  fileprivate var length: Int { text.count + (kind == .string ? 2 : 0) }
}

extension [ScriptWords.Word] {
  /// Whether what stands before or after some words makes them part of a longer expression, such as a
  /// concatenation, a sum, a comparison, a call or another table's field.
  fileprivate func isJoined(at range: Range<Int>) -> Bool {
    let operators = ["+", "-", "*", "/", "%", "^", ".", ":", "&", "|", "~"]
    // Comparisons are read from the left: `a > p.floor == true` compares `a > p.floor`.
    let comparisons = ["==", "~=", "<", "<=", ">", ">="]
    return isSign(at: range.lowerBound - 1, among: operators + comparisons + ["#"])
      || isSign(at: range.upperBound, among: operators + ["(", "["])
  }

  private func isSign(at position: Int, among signs: [String]) -> Bool {
    indices.contains(position) && self[position].kind == .sign
      && signs.contains(self[position].text)
  }
}
