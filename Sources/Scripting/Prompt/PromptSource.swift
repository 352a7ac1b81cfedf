// From the text of a line to a function that runs it.

import LuaRuntime

/// The text of a line, read by Lua.
enum PromptSource {
  /// A text that has values.
  case expression(LuaFunction)
  /// A text that does something.
  case statements(LuaFunction)
  /// A text that ends too early.
  case incomplete
  /// A text with a mistake.
  case wrong(LuaError)

  /// Reads a text as an expression or, if it is none, as statements.
  static func read(
    _ text: String, name: String, into state: LuaState, environment: LuaTable? = nil
  ) -> PromptSource {
    let chunk = "=" + name
    let asExpression: LuaError
    do {
      return .expression(
        try state.load("return " + text, chunk: chunk, environment: environment))
    } catch {
      asExpression = error
    }
    do {
      return .statements(try state.load(text, chunk: chunk, environment: environment))
    } catch {
      let errors = [asExpression, error]
      if errors.contains(where: { $0.endsEarly(text) }) { return .incomplete }
      guard error.kind == .syntax, asExpression.kind == .syntax else { return .wrong(error) }
      // The reading that comes further is the one that was meant.
      let reach = errors.map { $0.reach(in: text) }
      return .wrong(reach[0] > reach[1] ? asExpression : error)
    }
  }
}

extension LuaError {
  /// Whether more text could mend the error.
  fileprivate func endsEarly(_ text: String) -> Bool {
    guard isIncompleteInput else { return false }
    // A short string ends with its row, unless the row says that it goes on.
    guard message.hasPrefix("unfinished string") else { return true }
    return text.hasSuffix("\\") || text.trimmingSuffix(while: \.isWhitespace).hasSuffix("\\z")
  }

  /// How far reading a text came: the row, and the place of the word in it that was not expected.
  fileprivate func reach(in text: String) -> (Int, Int) {
    let row = location?.line ?? 1
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard rows.indices.contains(row - 1),
      let word = message.firstMatch(of: /near '?(.*?)'?$/)?.1,
      let place = rows[row - 1].firstRange(of: word)
    else { return (row, .max) }
    return (row, rows[row - 1].distance(from: rows[row - 1].startIndex, to: place.lowerBound))
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
