import DataSources
import Testing

@testable import Scripting

@Suite struct PromptSubjectTests {
  @Test func `subjects are found by their keys, and stay valid on later lines`() throws {
    let prompt = try TestPrompt()
    try prompt.load("F1", "F2", "F3")
    #expect(
      try prompt.values("s = subject 'F2'", "s, s.spend, s.size")
        == "subject F2, 2000万元 (e.spend), \"small\"")
    #expect(try prompt.values("subject 'F2' == s, subject 'F1' == s") == "true, false")
    #expect(
      try prompt.failure("subject 'F4'")?.contains("there is no subject `F4` among the 3") == true)
    try prompt.load("F2")
    #expect(try prompt.values("s.code") == "\"F2\"")
    #expect(try prompt.failure("subject 'F1'") != nil)
  }

  @Test func `all subjects can be gone through`() throws {
    let prompt = try TestPrompt()
    #expect(try prompt.values("#subjects, subjects") == "0, 0 subjects")
    try prompt.load("F1", "F2", "F3")
    #expect(
      try prompt.values(
        "n = '' for s in subjects() do n = n .. s.code end", "n, #subjects, subjects.count")
        == "\"F1F2F3\", 3, 3")
    #expect(
      try prompt.values("subjects[3], subjects[4], subjects") == "subject F3, nil, 3 subjects")
    #expect(
      try prompt.values("t = {} for i, s in ipairs(subjects) do t[i] = s end", "t")
        == "{subject F1, subject F2, subject F3}")
  }

  @Test func `the current subject is e`() throws {
    let prompt = try TestPrompt()
    prompt.subject = try Sample.subject(
      "spend=1200万元,exporter=true,since=2020-02-03,shops=4,founded=2020")
    #expect(
      try prompt.values("e.spend * p('grant').rate, e.exporter, e.since, e.shops, e.founded")
        == "60万元, true, 2020-02-03, 4, 2020")
    #expect(try prompt.values("e:get('fee', 1), e:get('spend', 1)") == "1, 1200万元 (e.spend)")
    #expect(
      try prompt.failure("e.fee") == """
        [3]:1:3: error: `fee` of F1 is missing
         1 | e.fee
           |   ^~~
            = help: write `:get("fee", …)` to say what counts instead

        """)
    #expect(try prompt.failure("e.spent")?.contains("did you mean `spend`?") == true)
    #expect(try prompt.failure("e.spend = 1") != nil)
    #expect(try prompt.values("mine = e", "mine.shops") == "4")
    prompt.subject = nil
    #expect(try prompt.values("mine.shops") == "4")
    #expect(try prompt.failure("e")?.contains("there is no current subject") == true)
  }

  @Test func `a subject that the catalogue cannot have is refused`() throws {
    let prompt = try TestPrompt()
    prompt.subject = Subject(kind: "firm", key: "x", values: [])
    #expect(try prompt.failure("1") != nil)
  }
}
