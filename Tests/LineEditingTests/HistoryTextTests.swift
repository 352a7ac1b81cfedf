// Entries as lines of a file.

import Testing

@testable import LineEditing

@Suite("An entry in the history's file")
struct HistoryTextTests {
  @Test(
    "is one line, and comes back as it was",
    arguments: [
      ("a = 1", "a = 1"), ("a {\n  b\n}", #"a {\n  b\n}"#), (#"print("\n")"#, #"print("\\n")"#),
      ("c:\\new", #"c:\\new"#), ("a\r\nb", #"a\r\nb"#), ("指标\t= 1", "指标\t= 1"), ("\\", #"\\"#),
      ("", ""), ("e\u{301}\n\u{301}", "e\u{301}\\n\u{301}"),
    ])
  func roundTrip(entry: String, line: String) {
    #expect(HistoryText.line(of: entry).unicodeScalars.elementsEqual(line.unicodeScalars))
    #expect(HistoryText.entry(of: line).unicodeScalars.elementsEqual(entry.unicodeScalars))
  }

  @Test(
    "can be a line that someone else wrote",
    arguments: [(#"\d+\"#, #"\d+\"#), (#"a\tb"#, #"a\tb"#), (#"\\\n"#, "\\\n")])
  func foreign(line: String, entry: String) {
    #expect(HistoryText.entry(of: line) == entry)
  }
}
