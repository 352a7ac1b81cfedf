// Prompts with colours.

import Testing

@testable import LineEditing

@Suite("A prompt")
struct PromptTextTests {
  @Test(
    "has its escape sequences marked",
    arguments: [
      ("> ", "> "),
      ("\u{1B}[32m指标>\u{1B}[0m ", "<\u{1B}[32m>指标><\u{1B}[0m> "),
      ("\u{1B}[1m\u{1B}[32m> ", "<\u{1B}[1m\u{1B}[32m>> "),
      ("\u{1B}[32m> \u{1B}[0m", "<\u{1B}[32m>><\u{1B}[0m> "),
      ("\u{1B}[32m>\u{1B}[0m", "<\u{1B}[32m\u{1B}[0m>>"),
      ("\u{1B}[32m", ""), ("", ""), ("a\u{1B}[3", "a [3"), ("a\n\u{1}b", "a  b"),
    ])
  func marked(prompt: String, expected: String) {
    // Marks are written as < and > here, for a test that can be read.
    var isOpen = false
    let marked = PromptText(prompt).marked.map { character -> Character in
      guard character == PromptText.mark else { return character }
      isOpen.toggle()
      return isOpen ? "<" : ">"
    }
    #expect(String(marked) == expected)
  }
}
