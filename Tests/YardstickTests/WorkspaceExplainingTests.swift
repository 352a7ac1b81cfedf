// One result in full, whatever it is.

import Diagnostics
import Testing

@testable import Yardstick

@Suite struct WorkspaceExplainingTests {
  @Test func explainsADecisionOnASubjectOfTheRegister() throws {
    let explained = try withSample { try $0.explain("grant", subject: "F2") }
    #expect(explained.json["status"] == "eligible")
    #expect(explained.json["capped_by"] == "cap")
    #expect(explained.text(.plain).contains("F2 is eligible: 5万元."))
    #expect(explained.table.rows.count == 1)
    #expect(explained.markdown.hasPrefix("# Grant 奖励\n"))
  }

  @Test func explainsADecisionOnASubjectThatIsGiven() throws {
    let workspace = try SampleFolder().open()
    let explained = try workspace.explain("grant", given: "spend=5元", at: "2026", language: .zh)
    #expect(explained.json["status"] == "undetermined")
    #expect(explained.json["at"] == "2026")
    #expect(explained.text(.plain).contains("该对象尚无法判定"))
  }

  @Test func namesTheDigestsOfWhatWasRead() throws {
    try withSample { workspace in
      let register = try workspace.register()
      let fromRegister = try workspace.explain("grant", subject: "F1").json["digests"]?["data"]
      let given = try workspace.explain("grant", given: "spend=1").json["digests"]?["data"]
      #expect(fromRegister == .string(workspace.digests(register: register.bytes).data))
      #expect(given == .string(workspace.digests().data))
    }
  }

  @Test func explainsATarget() throws {
    let explained = try SampleFolder().open().explain(
      "output", at: "2024", method: .cagrRatio, vintage: "adopted")
    let text = explained.text(.plain)
    #expect(text.contains("Latest: 400亿元 in 2024"))
    #expect(text.contains("draft: > 500亿元"))
    #expect(explained.json["at"] == "2024")
  }

  @Test func explainsAnIndicatorThatIsNoTarget() throws {
    let workspace = try SampleFolder([
      "scripts/indicators/level.lua":
        "indicator \"level\" { unit = \"万元\", value = function(obs, at) return obs.output[at] end }"
    ]).open()
    let explained = try workspace.explain("level")
    #expect(explained.json["value"]?["value"] == "45000000000.00")
    #expect(explained.text(.plain).contains("level · 100 · 2025\n\n4500000万元\n"))
  }

  @Test(
    arguments: [
      ("grnt", nil, "there is no eligibility, target or indicator `grnt` → did you mean `grant`?"),
      (
        "grant", nil,
        "`grant` decides on a subject, and none is named → use `--subject ID` for one of the register,"
          + " or `--given field=value,…`"
      ),
      (
        "growth", "adopted",
        "that version of the document says nothing about `growth` → leave out `--vintage`, or name"
          + " another version"
      ),
    ] as [(String, String?, String)])
  func refuses(id: String, vintage: String?, expected: String) throws {
    let workspace = try SampleFolder().open()
    let failure = try caught { _ = try workspace.explain(id, vintage: vintage) }
    #expect(failure?.lines == [expected])
  }

  @Test func refusesASubjectForATarget() throws {
    let workspace = try SampleFolder().open()
    let failure = try caught { _ = try workspace.explain("output", subject: "F1") }
    #expect(failure?.findings.map(\.code) == ["argument.subject"])
  }
}
