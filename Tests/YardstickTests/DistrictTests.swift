// The example districts: each has rules of its own, whatever is asked before.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import Quantities
import Scripting
import Testing

@testable import Yardstick

@Suite("The example districts")
struct DistrictTests {
  /// The workspace of the districts.
  private static let folder = City.folder + "/examples/districts"

  private static let grant = "introduced_year=2026,headquarters=rd,rd_spend=2亿元"

  private func workspace(_ area: String?) throws -> Workspace {
    try Workspace.open(Self.folder, area: area)
  }

  private func amount(_ area: String, _ given: String = grant, at: String = "2026") throws
    -> String?
  {
    let workspace = try workspace(area)
    let subject = try workspace.subject(given: given, for: "rd_headquarters_grant")
    return try workspace.evaluator.decide(
      "rd_headquarters_grant", on: subject, at: workspace.moment(at)
    ).amount?.description
  }

  @Test(
    "load the plugins of their area and of those that contain it",
    arguments: [
      (nil, "330100", ["hangzhou"]), ("330108", "330108", ["hangzhou", "binjiang"]),
      ("临安区", "330112", ["hangzhou", "linan"]), ("Xihu District", "330106", ["hangzhou"]),
      ("CN", "CN", []),
    ] as [(String?, String, [String])])
  func chains(area: String?, code: String, plugins: [String]) throws {
    let workspace = try workspace(area)
    #expect(workspace.area == code)
    #expect(workspace.plugins.map(\.manifest.id) == plugins)
    #expect(try workspace.moment("2026").area == code)
  }

  @Test(
    "never change what another sees, in any order of asking",
    arguments: [
      ["330100", "330108", "330112"], ["330108", "330112", "330100"],
      ["330112", "330108", "330108"],
    ])
  func isolation(areas: [String]) throws {
    let expected = ["330100": "500万元", "330108": "800万元", "330112": "500万元"]
    // All are open at once, and each is asked twice.
    let workspaces = try areas.map { try workspace($0) }
    for workspace in workspaces + workspaces.reversed() {
      let subject = try workspace.subject(given: Self.grant, for: "rd_headquarters_grant")
      let decision = try workspace.evaluator.decide(
        "rd_headquarters_grant", on: subject, at: workspace.moment("2026"))
      #expect(decision.amount?.description == expected[workspace.area])
    }
  }

  @Test("hold their changes from the day on that they say")
  func dates() throws {
    let given = "introduced_year=2025,headquarters=rd,rd_spend=2亿元"
    #expect(try amount("330108", given, at: "2025-12-31") == "500万元")
    #expect(try amount("330108", given, at: "2026-01-01") == "800万元")
    #expect(try amount("330100", given, at: "2026-01-01") == nil)
  }

  @Test("have digests that tell their rules apart")
  func digests() throws {
    let city = try workspace("330100").digests()
    let other = try workspace("330106").digests()
    let district = try workspace("330108").digests()
    #expect(city.catalog == other.catalog)
    #expect(city.scripts == other.scripts)
    #expect(city.catalog != district.catalog)
    #expect(city.scripts != district.scripts)
    #expect(city.data == district.data)
  }

  @Test("are opened as they are once a plugin is loaded")
  func through() throws {
    #expect(
      try Workspace.manifests(Self.folder).map(\.id) == ["hangzhou", "binjiang", "linan"])
    let workspace = try Workspace.open(Self.folder, through: "linan")
    #expect(workspace.plugins.map(\.manifest.id) == ["hangzhou", "linan"])
    let failure = try caught { _ = try Workspace.open(Self.folder, through: "linna") }
    #expect(failure?.findings.first?.suggestion == "did you mean `linan`?")
  }

  @Test("show what they change to whoever reviews them")
  func difference() throws {
    let difference = RulesDifference(
      from: try Workspace.open(Self.folder, through: "hangzhou").evaluator,
      to: try Workspace.open(Self.folder, through: "binjiang").evaluator)
    let cap = try #require(difference.parameters.first)
    #expect(difference.parameters.count == 1)
    #expect(cap.instrument == "rd_headquarters_grant")
    #expect(cap.change?.permission == .mayRaise)
    #expect(
      cap.days.map {
        "\($0.validity): \($0.old.map { "\($0)" } ?? "") → \($0.new.map { "\($0)" } ?? "")"
      }
        == ["from 2026-01-01: 500万元 → 800万元"])
    #expect(
      difference.definitions.map { "\($0.id) \($0.change) \($0.validity)" } == [
        "rd_headquarters_grant replaced from 2026-01-01",
        "binjiang_rd_match added to 2025-12-31", "binjiang_rd_match added from 2026-01-01",
      ])
    let back = RulesDifference(
      from: try Workspace.open(Self.folder, through: "binjiang").evaluator,
      to: try Workspace.open(Self.folder, through: "hangzhou").evaluator)
    #expect(back.entries.map(\.change) == [.removed, .removed])
    #expect(back.definitions.contains { $0.id == "binjiang_rd_match" && $0.change == .removed })
    let same = RulesDifference(
      from: try workspace("330100").evaluator, to: try workspace("330106").evaluator)
    #expect(same.isEmpty)
  }
}
