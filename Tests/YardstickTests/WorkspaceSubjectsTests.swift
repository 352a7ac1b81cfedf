// Subjects of a register and subjects given by hand.

import DataSources
import Diagnostics
import Testing

@testable import Yardstick

@Suite struct WorkspaceSubjectsTests {
  @Test func findsASubjectByItsKey() throws {
    try withSample { workspace in
      let subject = try workspace.subject("F3", in: try workspace.register())
      #expect(subject.line == 4)
      #expect(subject.values.first == .text("F3"))
      #expect(subject.values.last == .boolean(false))
    }
  }

  @Test func readsAnotherRegister() throws {
    try withSample(["other.csv": "code,exporter\nG1,true\n"]) { workspace in
      let register = try workspace.register(workspace.folder + "/other.csv")
      let subject = try workspace.subject("G1", in: register)
      #expect(subject.values == [.text("G1"), .missing, .boolean(true)])
    }
  }

  @Test func saysWhyASubjectCannotBeRead() throws {
    try withSample { workspace in
      let register = try workspace.register()
      let rejected = try caught { _ = try workspace.subject("F5", in: register) }
      #expect(rejected?.findings.map(\.code) == ["data.bad-value"])
      let unknown = try caught { _ = try workspace.subject("F22", in: register) }
      #expect(unknown?.findings.map(\.code) == ["argument.subject"])
      #expect(unknown?.findings.first?.suggestion?.contains("F2") == true)
      let missing = try caught { _ = try workspace.register("nowhere.csv") }
      #expect(missing?.findings.map(\.code) == ["file.missing"])
    }
  }

  @Test func readsASubjectThatIsGiven() throws {
    let workspace = try SampleFolder().open()
    let subject = try workspace.subject(given: "spend=12,000.5,code=G7", for: "grant")
    #expect(subject.kind == "firm")
    #expect(subject.key == "G7")
    #expect(subject.line == 0)
    #expect(subject.values.last == .missing)
    #expect(try workspace.subject(given: "exporter=是", for: "grant").key == "")
    let failure = try caught { _ = try workspace.subject(given: "spnd=1", for: "grant") }
    #expect(failure?.findings.first?.suggestion == "did you mean `spend`?")
  }
}
