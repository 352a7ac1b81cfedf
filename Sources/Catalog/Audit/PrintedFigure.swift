// A figure as it is printed in a policy text, and what it says.

import Quantities

/// A figure as it is printed in a policy text.
struct PrintedFigure {
  /// Where it stands among the characters of its part.
  let range: Range<Int>

  /// What it says.
  let value: Value

  /// What a figure says.
  enum Value: Hashable {
    /// A number with the word that follows it; `1.1 万亿` is 1,100,000,000,000 without a word.
    case amount(ExactDecimal, word: String)
    /// A fraction such as `三分之二`.
    case fraction(numerator: Int, denominator: Int)
    /// A place such as `第一`.
    case place(Int)

    /// Whether two figures say the same; a number without a word says the same as one with any.
    func saysSame(as other: Value) -> Bool {
      switch (self, other) {
      case (.amount(let left, let word), .amount(let right, let otherWord)):
        left == right && (word == otherWord || word.isEmpty || otherWord.isEmpty)
      default: self == other
      }
    }

    /// The word that follows the number, if it is one.
    var word: String? {
      if case .amount(_, let word) = self { return word }
      return nil
    }
  }
}
