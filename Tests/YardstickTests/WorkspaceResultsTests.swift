// Assessments and decisions of a whole workspace.

import Diagnostics
import Testing

@testable import Yardstick

@Suite struct WorkspaceAssessTests {
  @Test func assessesEveryTargetByTheWorkspacesMethod() throws {
    let workspace = try SampleFolder().open()
    let (assessments, failures) = try workspace.assess(at: try workspace.moment("2025"))
    #expect(assessments.map(\.target.id) == ["output", "growth"])
    // 450 after 400 is 12.5 % more; the target of growth is 5 %.
    #expect(assessments.map { $0.latest?.value.description } == ["450亿元", "12.5%"])
    #expect(assessments.map(\.status) == [.onTrack, .met])
    #expect(assessments.map(\.method) == [.schedule, .schedule])
    #expect(failures.isEmpty)
  }

  @Test func obeysWhatIsAskedFor() throws {
    let workspace = try SampleFolder().open()
    let (assessments, _) = try workspace.assess(
      ["growth", "output"], at: try workspace.moment("2025"), method: .cagrRatio,
      vintage: "adopted")
    #expect(assessments.map(\.target.id) == ["output"])
    #expect(assessments.map(\.vintage.name) == ["adopted"])
    #expect(assessments.map(\.method) == [.cagrRatio])
  }

  @Test func takesVintageAndAgeFromTheWorkspace() throws {
    let text = try #require(SampleFolder.texts["yardstick.yaml"])
    let workspace = try SampleFolder([
      "yardstick.yaml": text.replacing("max_age: 5", with: "max_age: 0, vintage: adopted")
    ]).open()
    let (assessments, _) = try workspace.assess(at: try workspace.moment("2026"))
    #expect(assessments.map(\.vintage.name) == ["adopted"])
    #expect(assessments.map(\.status) == [.notAssessable])
  }

  @Test func keepsTheOthersWhenOneFails() throws {
    let workspace = try SampleFolder([
      "scripts/indicators/growth.lua":
        "indicator \"growth\" { target = \"growth\", unit = \"%\", value = function() error(\"x\") end }"
    ]).open()
    let (assessments, failures) = try workspace.assess(at: try workspace.moment("2025"))
    #expect(assessments.map(\.status) == [.onTrack, .failed])
    #expect(failures.count == 1)
  }

  @Test func namesEveryUnknownTarget() throws {
    let workspace = try SampleFolder().open()
    let failure = try caught {
      _ = try workspace.assess(["outptu", "output", "grwth"], at: try workspace.moment("2025"))
    }
    #expect(
      failure?.lines == [
        "there is no target `outptu` → did you mean `output`?",
        "there is no target `grwth` → did you mean `growth`?",
      ])
    let vintage = try caught {
      _ = try workspace.assess(at: try workspace.moment("2025"), vintage: "adoptd")
    }
    #expect(vintage?.lines == ["there is no vintage `adoptd` → did you mean `adopted`?"])
  }

}

@Suite struct WorkspaceDecideTests {
  private func decide(
    _ ids: [String] = [], at period: String = "2027", _ files: [String: String] = [:]
  ) throws -> (decisions: [Decision], result: RegisterResult) {
    try withSample(files) { workspace in
      var decisions: [Decision] = []
      let result = try workspace.decide(
        ids, on: try workspace.register(), at: try workspace.moment(period)
      ) { decisions.append($0) }
      return (decisions, result)
    }
  }

  @Test func decidesSubjectBySubjectInTheOrderOfTheInstruments() throws {
    let (decisions, result) = try decide()
    #expect(
      decisions.map { "\($0.subject) \($0.eligibility) \($0.status.rawValue)" } == [
        "F1 grant eligible", "F1 access eligible", "F2 grant eligible", "F2 access eligible",
        "F3 grant ineligible", "F3 access eligible", "F4 grant undetermined",
        "F4 access undetermined",
      ])
    #expect(decisions.map { $0.amount?.description }.prefix(3) == ["20000元", nil, "5万元"])
    #expect(result.subjects == 4)
    #expect(result.rejects.map(\.line) == [6])
    #expect(result.failures.isEmpty)
    #expect(result.summaries.map(\.eligibility) == ["grant", "access"])
    #expect(result.summaries.first?.total?.value.description == "70000")
    #expect(result.summaries.first?.counts == [.eligible: 2, .ineligible: 1, .undetermined: 1])
  }

  @Test func leavesOutWhatDoesNotHoldOnTheDay() throws {
    #expect(
      try decide(at: "2028").result.summaries.map(\.eligibility) == ["grant", "later", "access"])
    #expect(
      try decide(["later"]).result.failures.map { $0.failure.findings.map(\.code) }
        == Array(repeating: ["script.not-in-force"], count: 4))
  }

  @Test func decidesOnlyWhatIsAskedForAndOnce() throws {
    let (decisions, result) = try decide(["access", "access"])
    #expect(Set(decisions.map(\.eligibility)) == ["access"])
    #expect(result.summaries.count == 1)
  }

  @Test func goesOnWhenAScriptFailsOnASubject() throws {
    let files = [
      "scripts/eligibility/grant.lua": """
      eligibility "grant" {
        requires = {
          { "fails on two", function(e) if e.code == "F2" then error("two") end return true end },
        },
      }
      """
    ]
    let (decisions, result) = try decide([], at: "2027", files)
    #expect(decisions.map(\.subject) == ["F1", "F3", "F4"])
    #expect(result.failures.map(\.subject) == ["F2"])
    #expect(result.summaries.map(\.failures) == [1])
  }

  @Test func namesTheNearestEligibilityForAnUnknownOne() throws {
    let failure = try caught { _ = try decide(["grnt"]) }
    #expect(failure?.lines == ["there is no eligibility `grnt` → did you mean `grant`?"])
  }
}
