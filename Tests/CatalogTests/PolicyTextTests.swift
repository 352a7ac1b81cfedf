// Splitting a policy text into its parts.

import Diagnostics
import Testing

@testable import Catalog

@Suite("A policy text")
struct PolicyTextTests {
  private func parts(_ text: String) -> [String] {
    PolicyDocument(SourceFile(path: "policy.txt", text: text)).parts
      .map { "\($0.place): \(String($0.text.characters))" }
  }

  @Test("is split at its chapters and clauses, whatever their brackets")
  func split() {
    let text = """
      标题
      一、甲章
      引言
        (一) 首条。
      （二）次条。
      二、乙章
      （二十七）末条。
      """
    #expect(
      parts(text) == [
        "preamble: 标题", "一: 甲章引言", "（一）: 首条。", "（二）: 次条。", "二: 乙章", "（二十七）: 末条。",
      ])
  }

  @Test("may break lines in the middle of sentences and put spaces around numbers")
  func brokenLines() {
    #expect(parts("达到 4.2\n\n%，超\n50 个\r\nGDP 4 G") == ["preamble: 达到4.2%,超50个GDP 4 G"])
  }

  @Test("may refer to an earlier clause at the beginning of a line")
  func references() {
    let text = "一、甲\n（一）首条按\n（一）执行。\n（三）末条按\n（二）执行，\n一、二两章"
    #expect(
      parts(text) == ["preamble: ", "一: 甲", "（一）: 首条按(一)执行。", "（三）: 末条按(二)执行,一、二两章"])
  }

  @Test("knows where each part of it stands")
  func spans() throws {
    let file = SourceFile(path: "policy.txt", text: "前言\n　一、甲  \n达 到５ ０ 家")
    let part = try #require(PolicyDocument(file).parts.last)
    let range = try #require(part.text.ranges(of: PolicyText("到5 0家")).first)
    let span = part.text.span(range, in: file)
    #expect(span.place == "policy.txt:3:3")
    #expect(span.length == 6)
  }

  @Test(
    "has clauses that are named as in the catalogue",
    arguments: [
      ("（七）", PolicyPlace.measure(7)), ("(七)", .measure(7)), (" （ 二十七 ） ", .measure(27)),
      ("一", .chapter(1)), ("", .preamble),
    ])
  func places(_ clause: String, _ place: PolicyPlace) {
    #expect(PolicyHeading.place(of: clause) == place)
  }
}
