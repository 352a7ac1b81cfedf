// What can stand at the cursor in a session.

import Scripting
import Testing

@testable import Prompt

@Suite struct CompleterTests {
  private func texts(_ text: String, after entries: String...) throws -> [String] {
    let sample = try SampleSession()
    for entry in entries { _ = sample.session.run(entry) }
    return sample.session.completions(for: text).candidates.map(\.text)
  }

  @Test(
    arguments: [
      ("ob", ["obs"]), ("obs.fi", ["firms"]), ("obs.firms[", ["2023", "2024"]),
      ("decide \"", ["export_voucher", "research_grant"]), ("e.ex", ["exporter"]),
      ("e:", ["decision", "get"]), ("string.f", ["find", "format"]), ("p.fl", ["floor"]),
      ("e.size == \"", ["large", "medium", "small"]), (":mo", [":mode"]), (":mode c", ["csv"]),
      ("?firm", ["firms", "firms_added"]), (":plot fi", ["firms"]), (":area 10", ["100", "101"]),
      (":why dec", ["decide"]), (":why obs.fi", ["firms"]), ("stats.gin", ["gini"]),
      ("obs.firms:", ["periods", "values"]), ("-- obs.", []), ("nothing.", []),
      ("assess \"ou", ["output"]), ("unit = \"家", ["家"]), (":plugin ex", ["example_city"]),
    ])
  func `candidates are what fits`(_ text: String, _ expected: [String]) throws {
    #expect(try texts(text) == expected)
  }

  @Test func `variables, their members and subjects are known`() throws {
    #expect(try texts("my_", after: "my_rate = 5") == ["my_rate"])
    #expect(try texts("mine.", after: "mine = { low = 1, high = 2 }") == ["high", "low"])
    #expect(
      try texts("subject \"F", after: ":subjects \(SampleSession.register)").prefix(2)
        == ["F1", "F2"])
  }

  @Test func `every name that is offered means something`() throws {
    let sample = try SampleSession(":subjects \(SampleSession.register)", "subject \"F1\"")
    for name in Completer.globals {
      #expect(
        try sample.session.values(of: "type(\(name)) ~= 'nil'") == [.boolean(true)], "\(name)")
    }
  }
}
