import Diagnostics
import Testing

@testable import Presentation

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("研发总部", 8, "研发总部"), ("研发总部", 7, "研发总…"), ("研发总部", 6, "研发…"),
    ("研发总部", 5, "研发…"), ("abc", 2, "a…"), ("abc", 1, "…"), ("abc", 0, ""),
  ])
  func cutsWithoutSplittingAWideCharacter(text: String, width: Int, expected: String) {
    #expect(text.cut(toWidth: width) == expected)
  }
}

@Suite struct WrappingTests {
  @Test func breaksEnglishAtSpaces() {
    #expect(wrapped("the quick  brown fox", width: 10) == ["the quick", "brown fox"])
  }

  @Test func breaksChineseAnywhereButBeforePunctuation() {
    #expect(wrapped("给予一次性奖励，最高五百万元", width: 14) == ["给予一次性奖", "励，最高五百万", "元"])
    #expect(wrapped("奖励（最高五百万元）", width: 6) == ["奖励", "（最高", "五百万", "元）"])
  }

  @Test func keepsEnglishWordsAndFiguresInChineseWhole() {
    #expect(wrapped("最高 500 万元 under R&D", width: 9) == ["最高 500", "万元", "under R&D"])
  }

  @Test func breaksAWordThatIsWiderThanALine() {
    #expect(wrapped("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
  }

  @Test func keepsTheLinesOfTheText() {
    #expect(wrapped("a\n\nb", width: 10) == ["a", "", "b"])
  }

  @Test(arguments: 2...40)
  func neverExceedsTheWidth(width: Int) {
    let text = "按不超过当年研发投入额的 5% 给予一次性奖励 (at most 5,000,000 yuan)，由市财政局、市科技局负责。"
    let lines = wrapped(text, width: width)
    #expect(lines.allSatisfy { $0.displayWidth <= width })
    let kept = lines.joined().filter { $0 != " " }
    #expect(kept == text.filter { $0 != " " })
  }
}

@Suite struct StyleTests {
  @Test func paintsOnlyWithColour() {
    #expect(Style(color: true).red("x") == "\u{1B}[31mx\u{1B}[0m")
    #expect(Style.plain.red("x") == "x")
    #expect(Style(color: true).bold("") == "")
  }

  @Test func picksTheTextOfALanguage() {
    #expect(Language.zh.text(en: "area", zh: "地区") == "地区")
    #expect(Language.en.text(en: "area", zh: "地区") == "area")
  }
}
