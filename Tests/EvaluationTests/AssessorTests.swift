// Targets held against observations and indicators.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Scripting
import Testing

@testable import Evaluation

/// A target of the small catalogue in YAML.
private func target(
  _ comparator: String, _ value: String, series: String? = "share", nature: String = "level",
  due: Int = 2027, base: Int? = nil, tolerance: String? = nil
) -> String {
  let lines = [
    "  - id: t", "title: { zh: 目标, en: Target }", "chapter: 1", "nature: \(nature)",
    "due: \(due)", series.map { "series: \($0)" }, base.map { "base: \($0)" },
    nature == "relative" ? "reference: { zh: 全国, en: nation }" : nil, "vintages:",
    "  draft: { figure: \"\(value)\", comparator: \"\(comparator)\", value: \(value)"
      + (tolerance.map { ", tolerance: \($0)" } ?? "") + " }",
  ]
  return lines.compactMap(\.self).joined(separator: "\n    ")
}

@Suite struct ComparatorTests {
  @Test(arguments: [
    (">", "59.99", false), (">", "60", false), (">", "60.01", true),
    (">=", "59.99", false), (">=", "60", true), (">=", "60.01", true),
    ("<", "60", false), ("<", "59.99", true), ("<=", "60", true), ("<=", "60.01", false),
    ("=", "60", true), ("=", "60.0000001", false), ("=", "59.99", false),
    ("~", "59", true), ("~", "58.99", false), ("~", "61", true), ("~", "61.01", false),
  ])
  func holdsTheLatestValueAgainstTheTarget(
    comparator: String, value: String, isMet: Bool
  ) throws {
    let assessment = try Sample.assessment(
      target(comparator, "60%", tolerance: comparator == "~" ? "1%" : nil),
      "share,100,2025,\(value),%,A,S1,")
    #expect(assessment.status == (isMet ? .met : .unmet))
    #expect(assessment.latest?.value.amount.description == value)
    #expect(assessment.missing == [])
  }

  @Test(
    arguments: [
      // Published only as more or less than a value: what that proves about a target of 60 %.
      (">", ">60", true), (">", ">59", nil), (">", ">=60", nil), (">", ">=60.1", true),
      (">=", ">60", true), (">=", ">=60", true), (">=", ">=59.9", nil),
      (">", "<60", false), (">", "<=60", false), (">", "<61", nil),
      (">=", "<60", false), (">=", "<=60", nil), (">=", "<=59.9", false),
      ("<", "<60", true), ("<", "<=60", nil), ("<", "<=59.9", true), ("<", ">60", false),
      ("<", ">=60", false), ("<", ">59", nil), ("<=", "<=60", true), ("<=", "<61", nil),
      ("<=", ">60", false), ("<=", ">=60", nil), ("<=", ">=60.1", false),
      ("=", ">59", nil), ("~", ">59", nil),
    ] as [(String, String, Bool?)])
  func concludesFromABoundOnlyWhatItProves(
    comparator: String, value: String, isMet: Bool?
  ) throws {
    let assessment = try Sample.assessment(
      target(comparator, "60%", tolerance: comparator == "~" ? "1%" : nil),
      "share,100,2023,50,%,A,S1,\nshare,100,2025,\(value),%,A,S1,")
    let expected: Assessment.Status =
      switch isMet {
      case true?: .met
      case false?: .unmet
      case nil: .notAssessable
      }
    #expect(assessment.status == expected)
    #expect(
      assessment.missing == (isMet == nil ? ["an exact value; only a bound is published"] : []))
    #expect(assessment.pace == nil)
    let note =
      value.hasPrefix(">=") || value.hasPrefix("<=") ? value.dropFirst(2) : value.dropFirst(1)
    #expect(assessment.notes.first?.hasSuffix(" \(note)%") == true)
  }

  @Test(arguments: [("1", true), ("2", false)])
  func ranksHaveNoDistance(place: String, isMet: Bool) throws {
    let assessment = try Sample.assessment(
      target("<=", "第1位", series: "place", nature: "rank"),
      "place,100,2023,5,位,A,S1,\nplace,100,2025,\(place),位,A,S1,")
    #expect(assessment.status == (isMet ? .met : .unmet))
    #expect(assessment.distance == nil)
    #expect(assessment.relativeDistance == nil)
    #expect(assessment.pace == nil)
  }
}

@Suite struct DistanceTests {
  /// 4.2 % − 3.9 % = 0.3 percentage points, which is 0.3 ÷ 4.2 = 7.142857… % of the target.
  @Test func isInPercentagePointsBetweenRatios() throws {
    let assessment = try Sample.assessment(target(">=", "4.2%"), "share,100,2025,3.9,%,A,S1,")
    #expect(assessment.distance?.description == "0.3个百分点")
    #expect(assessment.relativeDistance?.amount.description.hasPrefix("7.14285714") == true)
  }

  @Test func isNegativeBeyondTheTarget() throws {
    let assessment = try Sample.assessment(
      target(">", "500亿元", series: "output"), "output,100,2025,5500000,万元,A,S1,")
    #expect(assessment.status == .met)
    #expect(assessment.distance?.description == "-50亿元")
    #expect(assessment.relativeDistance?.description == "-10%")
  }

  @Test func isNoShareOfZero() throws {
    let assessment = try Sample.assessment(
      target(">", "0个百分点", series: nil, nature: "relative"), "share,100,2025,3.9,%,A,S1,",
      script: """
        indicator "gap" {
          target = "t", unit = "个百分点",
          value = function(obs, at) return obs.share[at] - quantity "4%" end,
        }
        """)
    #expect(assessment.status == .unmet)
    #expect(assessment.distance?.description == "0.1个百分点")
    #expect(assessment.relativeDistance == nil)
    #expect(assessment.pace == nil)
  }
}

@Suite struct ObservedHistoryTests {
  private static let growing = """
    output,100,2022,90,亿元,A,S1,
    output,100,2023,100,亿元,A,S1,
    output,100,2025,121,亿元,A,S1,
    """
  private static let goal = target(">=", "146.41亿元", series: "output", base: 2023)

  /// From 100 in 2023 over 121 in 2025 to 146.41 in 2027 is 10 % a year.
  @Test func measuresThePaceFromTheBaseYear() throws {
    let assessment = try Sample.assessment(Self.goal, Self.growing)
    #expect(assessment.status == .onTrack)
    #expect(assessment.pace?.base.value.description == "100亿元")
    #expect(assessment.pace?.ratio.description == "100%")
  }

  @Test func measuresThePaceFromTheFirstValueWithoutABaseYear() throws {
    let assessment = try Sample.assessment(target(">=", "146.41亿元", series: "output"), Self.growing)
    #expect(assessment.pace?.base.value.description == "90亿元")
  }

  /// 21 of 46.41 is 45.25 % of the way after 50 % of the time: 90.5 %.
  @Test func judgesByTheNamedMethod() throws {
    let assessment = try Sample.assessment(Self.goal, Self.growing, method: .schedule)
    #expect(assessment.method == .schedule)
    #expect(assessment.status == .moderate)
    #expect(assessment.pace?.ratio.amount.description.hasPrefix("90.49773") == true)
  }

  @Test func neverMeasuresThePaceFromABound() throws {
    let assessment = try Sample.assessment(
      target(">=", "146.41亿元", series: "output"),
      "output,100,2021,>10,亿元,A,S1,\n" + Self.growing)
    #expect(assessment.pace?.base.value.description == "90亿元")
  }

  @Test func hasNoPaceWhenNothingWasObservedSinceTheBaseYear() throws {
    let assessment = try Sample.assessment(
      target(">=", "146.41亿元", series: "output", base: 2026), Self.growing)
    #expect(assessment.pace == nil)
    #expect(assessment.status == .unmet)
  }

  @Test func knowsNothingAfterTheMomentAskedAbout() throws {
    let assessment = try Sample.assessment(Self.goal, Self.growing, at: "2024")
    #expect(assessment.latest?.period.description == "2023")
    let earlier = try Sample.assessment(Self.goal, Self.growing, at: "2025-11")
    #expect(earlier.latest?.period.description == "2023")
    let exactly = try Sample.assessment(Self.goal, Self.growing, at: "2025-12-31")
    #expect(exactly.latest?.period.description == "2025")
  }

  @Test func isUnmetOnceTheTargetIsDue() throws {
    let assessment = try Sample.assessment(
      target(">=", "146.41亿元", series: "output", due: 2025, base: 2023), Self.growing)
    #expect(assessment.status == .unmet)
    #expect(assessment.pace != nil)
  }

  @Test func doesNotReadFlowsFromPartialYears() throws {
    let rows = """
      output,100,2023,100,亿元,A,S1,
      output,100,2025-Q4,999,亿元,A,S1,
      output,100,2025-S2,999,亿元,A,S1,
      output,100,2025-01/2025-09,999,亿元,A,S1,
      """
    let assessment = try Sample.assessment(Self.goal, rows)
    #expect(assessment.latest?.value.description == "100亿元")
  }

  @Test func takesTheLastStockOfAYearUnlessTheYearItselfIsPublished() throws {
    let goal = target(">=", "900家", series: "firms")
    let rows = """
      firms,100,2024,500,家,A,S1,
      firms,100,2024-Q4,499,家,A,S1,
      firms,100,2025-Q1,510,家,A,S1,
      firms,100,2025-Q3,530,家,A,S1,
      firms,100,2025-01/2025-11,999,家,A,S1,
      """
    let assessment = try Sample.assessment(goal, rows)
    #expect(assessment.latest?.value.description == "530家")
    #expect(assessment.latest?.period.description == "2025-Q3")
    let before = try Sample.assessment(goal, rows, at: "2024")
    #expect(before.latest?.value.description == "500家")
    let within = try Sample.assessment(goal, rows, at: "2025-06")
    #expect(within.latest?.value.description == "510家")
  }

  @Test func isOfTheAreaAskedAbout() throws {
    let assessment = try Sample.assessment(Self.goal, "output,CN,2025,9000,亿元,A,S1,")
    #expect(assessment.status == .notAssessable)
    #expect(assessment.latest == nil)
    #expect(assessment.missing == ["output[2025] of 100"])
  }

  @Test(arguments: ["F", "U"])
  func isNotAssessableOnUnreliableFigures(status: String) throws {
    let assessment = try Sample.assessment(Self.goal, "output,100,2025,9000,亿元,\(status),S1,")
    #expect(assessment.status == .notAssessable)
  }

  @Test(
    arguments: [
      ("2026", 3, nil), ("2028", 3, nil), ("2029", 3, "2026"), ("2026", 0, "2026"),
    ] as [(String, Int, String?)])
  func isNotAssessableOnStaleFigures(period: String, maximumAge: Int, needed: String?) throws {
    let assessment = try Sample.assessment(
      target(">=", "100亿元", series: "output"), Self.growing, at: period, maximumAge: maximumAge)
    #expect(assessment.status == (needed == nil ? .met : .notAssessable))
    #expect(assessment.missing == (needed.map { ["a value from \($0) or later"] } ?? []))
    #expect(assessment.latest?.period.description == "2025")
    #expect((assessment.pace == nil) == (needed != nil))
  }
}

@Suite struct VintageTests {
  private static let both = """
      - id: t
        title: { zh: 目标, en: Target }
        chapter: 1
        nature: level
        due: 2027
        series: share
        vintages:
          draft: { figure: 60%, comparator: ">=", value: 60% }
          adopted: { figure: 65%, comparator: ">", value: 65% }
    """

  @Test func areHeldAgainstTheSameFigures() throws {
    let rows = "share,100,2025,65,%,A,S1,"
    let draft = try Sample.assessment(Self.both, rows)
    #expect(draft.status == .met)
    #expect(draft.vintage.name == "draft")
    let adopted = try Sample.assessment(Self.both, rows, vintage: "adopted")
    #expect(adopted.status == .unmet)
    #expect(adopted.distance?.description == "0个百分点")
  }

  @Test func thatAreSilentGiveNoAssessment() throws {
    let silent = try Sample.possibleAssessment(
      target(">", "60%"), "share,100,2025,65,%,A,S1,", vintage: "adopted")
    #expect(silent == nil)
  }
}

@Suite struct IndicatorHistoryTests {
  private static let goal = target(">", "60%", series: nil)
  private static let share = """
    indicator "ratio" {
      target = "t", unit = "%",
      value = function(obs, at) return obs.output[at] / obs("CN").output[at] end,
    }
    """

  /// 100/200 = 50 % in 2023 and 110/200 = 55 % in 2025; 60 % in 2027 needs half of the way (5 of 10
  /// points) after half of the time.
  @Test func isComputedForEachYearThatHasObservations() throws {
    let rows = """
      output,100,2023,100,亿元,A,S1,
      output,CN,2023,200,亿元,A,S1,
      output,100,2024,1,亿元,A,S1,
      output,100,2025,110,亿元,A,S2,
      output,CN,2025,200,亿元,A,S1,
      """
    let assessment = try Sample.assessment(Self.goal, rows, script: Self.share, method: .schedule)
    #expect(assessment.latest?.value.description == "55%")
    #expect(assessment.latest?.observations.map(\.source) == ["S2", "S1"])
    #expect(assessment.pace?.base.value.description == "50%")
    #expect(assessment.pace?.ratio.description == "100%")
    #expect(assessment.status == .onTrack)
  }

  @Test func saysWhatIsMissing() throws {
    let assessment = try Sample.assessment(
      Self.goal, "output,100,2025,110,亿元,A,S1,", script: Self.share)
    #expect(assessment.status == .notAssessable)
    #expect(assessment.missing == ["output[2025] of CN"])
  }

  @Test func saysThatOnlyABoundIsPublished() throws {
    let assessment = try Sample.assessment(
      Self.goal, "output,100,2025,>110,亿元,A,S1,", script: Self.share)
    #expect(
      assessment.missing == ["an exact output[2025] of 100 (only a bound is published)"])
  }

  @Test func isMissingWithoutAnIndicator() throws {
    let assessment = try Sample.assessment(Self.goal, "")
    #expect(assessment.status == .notAssessable)
    #expect(assessment.missing == ["an indicator for t"])
  }

  @Test func usesTheVersionOfEachYear() throws {
    let script = """
      indicator "ratio" { target = "t", unit = "%", to = "2024-12-31",
        value = function(obs, at) return obs.share[at] / 2 end }
      indicator "ratio" { target = "t", unit = "%", from = "2025-01-01",
        value = function(obs, at) return obs.share[at] end }
      """
    let rows = "share,100,2023,50,%,A,S1,\nshare,100,2025,30,%,A,S1,"
    let assessment = try Sample.assessment(Self.goal, rows, script: script, method: .schedule)
    #expect(assessment.pace?.base.value.description == "25%")
    #expect(assessment.latest?.value.description == "30%")
  }

  @Test func failsWhenItsScriptFails() throws {
    let failure = try Sample.failure {
      _ = try Sample.assessment(
        Self.goal, "",
        script: "indicator \"x\" { target = \"t\", unit = \"%\", value = function() return 1 end }")
    }
    #expect(failure?.findings.map(\.code) == ["script.indicator-result"])
  }

  @Test func keepsTheTargetWhenTheScriptFailed() throws {
    let catalog = try Sample.catalog(targets: Self.goal)
    let observations = try Sample.observations("")
    let assessor = Assessor(
      evaluator: try Sample.evaluator("", catalog: catalog), observations: observations,
      vintage: "draft", method: .cagrRatio)
    let failed = assessor.failed(try #require(catalog.targets.first), at: try Sample.moment())
    #expect(failed?.status == .failed)
    #expect(failed?.latest == nil)
  }
}

@Suite struct NoteTests {
  private static let goal = target(">=", "900亿元", series: "output")

  private func notes(_ rows: String) throws -> [String] {
    try Sample.assessment(Self.goal, rows).notes
  }

  @Test func nameRevisions() throws {
    let notes = try notes(
      """
      output,100,2025,121,亿元,P,S2,
      output,100,2025,120,亿元,A,S3,
      output,100,2025,>119,亿元,A,S1,
      """)
    #expect(
      notes == [
        "2025 is also published as >119亿元 (S1)", "2025 is also published as 121亿元 (S2)",
      ])
  }

  @Test func keepQuietAboutTheSameValueInAnotherUnit() throws {
    #expect(
      try notes("output,100,2025,1200000,万元,A,S1,\noutput,100,2025,120,亿元,A,S2,") == [])
  }

  @Test func nameStatusAndRemarks() throws {
    #expect(
      try notes("output,100,2025,120,亿元,E,S1,a remark")
        == ["2025: estimated", "2025: a remark"])
  }

  @Test func nameABaseThatIsNotNormal() throws {
    let notes = try notes(
      "output,100,2023,100,亿元,B,S1,\noutput,100,2025,120,亿元,A,S1,")
    #expect(notes == ["pace is measured from 100亿元 in 2023, which is break in the series"])
  }
}

@Suite struct GapTextTests {
  @Test(arguments: [
    (Gap.field("spend"), "spend"), (.openParameter("rate"), "p.rate (left to local rules)"),
    (.observation(series: "s", area: "100", period: Period(year: 2025)), "s[2025] of 100"),
    (
      .boundOnly(series: "s", area: "100", period: Period(year: 2025)),
      "an exact s[2025] of 100 (only a bound is published)"
    ),
    (.decision("city"), "the decision on city"),
  ])
  func namesWhatIsMissing(gap: Gap, expected: String) {
    #expect(gap.text == expected)
  }
}
