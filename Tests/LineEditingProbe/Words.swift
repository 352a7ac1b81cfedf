// What the probe can complete.

import LineEditing

/// Words with and without details, wide ones, and many.
enum Words {
  private static let known =
    [
      Completion("gdp_growth", detail: "地区生产总值增速"),
      Completion("gdp_level", detail: "地区生产总值"),
      Completion("single_one"),
      Completion("指标总量"),
      Completion("指标增速"),
      Completion("指标占比"),
    ] + (100..<300).map { Completion("many_\($0)") }

  static func completions(_ before: String) -> Completions {
    let word = before.suffix(while: { $0.isLetter || $0.isNumber || $0 == "_" })
    return Completions(of: word, candidates: known.filter { $0.text.hasPrefix(word) })
  }
}

extension String {
  fileprivate func suffix(while holds: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
