import Testing
import Yardstick

@testable import Prompt

@Suite struct SubjectsArgumentTests {
  @Test func `a file comes with the options of the command`() throws {
    let argument = try SubjectsArgument("my firms.db --table all firms --input-format sqlite")
    #expect(argument.path == "my firms.db")
    #expect(argument.reading.table == "all firms")
    #expect(argument.reading.format == .sqlite)
    #expect(try SubjectsArgument("a.csv --encoding gb18030").reading.encoding == .gb18030)
  }

  @Test func `a query goes on to the end`() throws {
    let argument = try SubjectsArgument("--query SELECT * FROM t --table is a comment here")
    #expect(argument.path == nil)
    #expect(argument.reading.query == "SELECT * FROM t --table is a comment here")
    #expect(argument.reading.table == nil)
  }

  @Test func `nothing is the register of the workspace`() throws {
    let argument = try SubjectsArgument("")
    #expect(argument.path == nil && argument.reading.format == nil)
  }

  @Test(arguments: [
    (
      "a.csv --encodin gb18030", "`:subjects` has no option `--encodin`", "did you mean `encoding`?"
    ),
    ("a.csv --encoding latin", "`--encoding` cannot be `latin`", nil),
    ("a.csv --table", "`--table` is given nothing", nil),
  ])
  func `what cannot be an option is told`(
    _ text: String, _ message: String, _ suggestion: String?
  ) {
    let failure = #expect(throws: Failure.self) { try SubjectsArgument(text) }
    #expect(failure?.findings.first?.message == message)
    if let suggestion { #expect(failure?.findings.first?.suggestion == suggestion) }
  }
}
