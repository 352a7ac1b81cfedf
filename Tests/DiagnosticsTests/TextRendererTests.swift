import Testing

@testable import Diagnostics

@Suite struct TextRendererTests {
  @Test func showsTheLineACaretAndWhatNext() {
    let file = SourceFile(path: "catalog/targets.yaml", text: "- id: a\n  measur: 7\n")
    let finding = Finding(
      "catalog.unknown-key", "unknown key `measur` in a target",
      at: file.span(of: "measur", onLine: 2), notes: ["a target has a measure"],
      suggestion: "did you mean `measure`?")
    #expect(
      TextRenderer().render(finding) == """
        catalog/targets.yaml:2:3: error: unknown key `measur` in a target
         2 |   measur: 7
           |   ^~~~~~
            = note: a target has a measure
            = help: did you mean `measure`?

        """)
  }

  @Test func alignsTheCaretUnderWideCharacters() {
    let file = SourceFile(path: "a.yaml", text: "title: 研发总部 rate")
    let text = TextRenderer().render(
      Finding("x", "m", at: file.span(of: "rate", onLine: 1)))
    let lines = text.split(separator: "\n")
    let caretColumn = lines[2].prefix { $0 != "^" }.displayWidth
    let wordColumn = lines[1].prefix { $0 != "r" || false }.displayWidth
    #expect(caretColumn == wordColumn)
  }

  @Test func neverSendsControlCharactersToTheTerminal() {
    let file = SourceFile(path: "a.lua", text: "x = '\u{1B}[31m\u{07}'")
    let text = TextRenderer().render(Finding("x", "m", at: file.span(ofLine: 1)))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func cutsVeryLongLinesAroundTheCaret() {
    let file = SourceFile(path: "a.lua", text: String(repeating: "a ", count: 5000) + "here")
    let text = TextRenderer().render(Finding("x", "m", at: file.span(of: "here", onLine: 1)))
    #expect(text.contains("here"))
    #expect(text.count < 400)
  }
}

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("floot", "floor"), ("rd_spent", "rd_spend"), ("Rate", "rate"), ("acp", "cap"),
  ])
  func findsTheClosestName(misspelt: String, meant: String) {
    let known = ["cap", "floor", "rate", "rd_spend", "introduced_year"]
    #expect(NearestName.of(misspelt, among: known) == meant)
  }

  @Test func suggestsNothingFarAway() {
    #expect(NearestName.of("zebra", among: ["cap", "floor"]) == nil)
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [("abc", 3), ("研发", 4), ("1.5个百分点", 11), ("e\u{301}", 1), ("（一）", 6)])
  func countsTerminalColumns(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }
}

@Suite struct SourceFileTests {
  @Test func findsWholeWordsOnly() {
    let file = SourceFile(path: "a", text: "corporate rate")
    #expect(file.span(of: "rate", onLine: 1)?.column == 11)
    #expect(file.span(of: "orate", onLine: 1) == nil)
  }

  @Test func countsLinesOfAnyTerminator() {
    #expect(SourceFile(path: "a", text: "a\r\nb\nc").lines.map(String.init) == ["a", "b", "c"])
  }
}
