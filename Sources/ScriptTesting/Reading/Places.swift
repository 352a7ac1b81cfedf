// Where things stand in a suite file, which comes back from Lua without positions.

import Diagnostics

/// Where a case or a suite stands, and the keys in it.
struct Places {
  /// Where the whole stands.
  let whole: SourceSpan

  /// The place of a key or a text in it, if it can be found.
  let find: (String) -> SourceSpan?

  /// The place of the first of several keys or texts that can be found, or of the whole.
  func of(_ names: String...) -> SourceSpan {
    names.lazy.compactMap(find).first ?? whole
  }

  /// The places in some lines of a file.
  ///
  /// A name that `=` follows is a key, which is what is meant if there is one; else it is any word or text.
  init(_ whole: SourceSpan, in file: SourceFile, lines: ClosedRange<Int>) {
    self.whole = whole
    find = { name in
      let all = lines.lazy.flatMap { file.spans(of: name, onLine: $0) }
        // Before the case begins, its first line may hold the end of another one.
        .filter { $0.line > whole.line || $0.column >= whole.column }
      return all.first { file.isKey($0) } ?? all.first { _ in true }
    }
  }

  /// Places that are known one by one.
  init(_ whole: SourceSpan, known: [String: SourceSpan]) {
    self.whole = whole
    find = { known[$0] }
  }
}

extension SourceFile {
  /// The first place of a text in quotes that lies behind another place.
  func span(ofText text: String, after line: Int, column: Int = 0) -> SourceSpan? {
    guard (1...max(1, lines.count)).contains(line) else { return nil }
    let quoted = ["\"\(text)\"", "'\(text)'"]
    for number in line...max(line, lines.count) {
      let found = quoted.flatMap { spans(of: $0, onLine: number) }
        .filter { number > line || $0.column > column }
      if let first = found.min(by: { $0.column < $1.column }) { return first }
    }
    return nil
  }

  /// Every place at which a word stands on its own in a line.
  fileprivate func spans(of word: String, onLine number: Int) -> [SourceSpan] {
    guard let first = span(of: word, onLine: number) else { return [] }
    var spans = [first]
    let characters = Array(line(number))
    // What lies before the last place is masked, so that the next one is found.
    while let last = spans.last {
      let end = last.column - 1 + last.length
      let rest = String(repeating: " ", count: end) + String(characters[end...])
      let masked = SourceFile(path: path, text: rest)
      guard let next = masked.span(of: word, onLine: 1) else { break }
      spans.append(
        SourceSpan(file: self, line: number, column: next.column, length: next.length))
    }
    return spans
  }

  /// Whether `=` follows, as it does behind a key of a table.
  fileprivate func isKey(_ span: SourceSpan) -> Bool {
    let rest = line(span.line).dropFirst(span.column - 1 + span.length).drop { $0 == " " }
    return rest.hasPrefix("=") && !rest.hasPrefix("==")
  }
}
