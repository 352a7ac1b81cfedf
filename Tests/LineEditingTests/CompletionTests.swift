// What the completion key does with an answer.

import Testing

@testable import LineEditing

@Suite("The completion key")
struct CompletionTests {
  private func step(_ before: String, _ word: String, _ candidates: String...) -> CompletionStep {
    let answer = Completions(of: word, candidates: candidates.map { Completion($0) })
    return CompletionStep(before: before, answer: answer)
  }

  @Test("inserts the only candidate")
  func single() {
    #expect(step("x = gd", "gd", "gdp") == .replace(count: 2, text: "gdp"))
    #expect(step("x = ", "", "gdp") == .replace(count: 0, text: "gdp"))
  }

  @Test("inserts what all candidates begin with")
  func common() {
    #expect(step("g", "g", "gdp_a", "gdp_b") == .replace(count: 1, text: "gdp_"))
    #expect(step("指", "指", "指标一", "指标二") == .replace(count: 1, text: "指标"))
  }

  @Test("replaces a word that is written differently")
  func spelling() {
    #expect(step("GD", "GD", "gdp_a", "gdp_b") == .replace(count: 2, text: "gdp_"))
    #expect(step("GDP", "GDP", "gdp") == .replace(count: 3, text: "gdp"))
  }

  @Test("lists the candidates when nothing can be inserted")
  func list() {
    #expect(step("gdp_", "gdp_", "gdp_a", "gdp_b") == .list([.init("gdp_a"), .init("gdp_b")]))
    #expect(step("总", "总", "地区总量", "总量") == .list([.init("地区总量"), .init("总量")]))
    #expect(step("gdp", "gdp", "gdp") == .list([.init("gdp")]))
  }

  @Test("does not cut characters that are written with several code points")
  func clusters() {
    #expect(step("x", "x", "xe", "xe\u{301}") == .list([.init("xe"), .init("xe\u{301}")]))
    #expect(step("e\u{301}", "e\u{301}", "e\u{301}a") == .replace(count: 2, text: "e\u{301}a"))
  }

  @Test("does nothing without candidates, or for a word that is not before the cursor")
  func nothing() {
    #expect(step("x", "x") == .nothing)
    #expect(step("x", "y", "yz") == .nothing)
    #expect(step("x", "yx", "yxz") == .nothing)
    #expect(step("\u{E9}", "e\u{301}", "z") == .nothing)
  }
}

@Suite("The list of candidates")
struct CandidateListTests {
  private func lines(
    _ candidates: [Completion], columns: Int = 20, rows: Int = 10
  ) -> [String] {
    CandidateList(candidates, columns: columns, rows: rows).lines
  }

  @Test("stands in columns that are read downwards")
  func columns() {
    let candidates = ["a", "bb", "ccc", "dddd", "e", "f", "g"].map { Completion($0) }
    #expect(lines(candidates) == ["a     dddd  g", "bb    e", "ccc   f"])
  }

  @Test("aligns wide characters")
  func wide() {
    let candidates = ["指标", "a", "总量增速", "b"].map { Completion($0) }
    #expect(lines(candidates, columns: 22) == ["指标      总量增速", "a         b"])
  }

  @Test("shows details where they fit")
  func details() {
    let candidates = [Completion("gdp", detail: "地区生产总值"), Completion("rate")]
    #expect(lines(candidates, columns: 30) == ["gdp   地区生产总值", "rate"])
    let longer = [Completion("gdp", detail: "地区生产总值增速"), Completion("rate")]
    #expect(lines(longer, columns: 19) == ["gdp   地区生产总…", "rate"])
    #expect(lines(longer, columns: 18) == ["gdp   rate"])
    #expect(lines(candidates, columns: 30, rows: 3) == ["gdp   rate"])
  }

  @Test("says how many are left out when there are too many")
  func many() {
    let candidates = (1000..<1150).map { Completion("\($0)") }
    let wide = lines(candidates, columns: 60, rows: 40)
    #expect(wide.count == 11)
    #expect(wide.first == "1000  1010  1020  1030  1040  1050  1060  1070  1080  1090")
    #expect(wide.last == "… +50")
    #expect(lines(candidates, columns: 10, rows: 4) == ["1000", "1001", "… +148"])
    #expect(lines(candidates, columns: 11, rows: 4) == ["1000  1002", "1001  1003", "… +146"])
  }

  @Test("cuts what is wider than the screen, and shows nothing that would change the terminal")
  func narrow() {
    #expect(lines([Completion("指标总量")], columns: 6) == ["指标…"])
    #expect(lines([Completion("a", label: "a\u{1B}[2J\nb")]) == ["a[2J b"])
    #expect(
      lines([Completion("x", detail: "y\u{7}z"), Completion("v")], columns: 40) == ["x  yz", "v"])
    #expect(lines([Completion("abc")], columns: 1, rows: 1) == ["…"])
    #expect(lines([]) == [])
  }
}
