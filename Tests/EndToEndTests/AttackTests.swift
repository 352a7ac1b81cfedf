// The corpus of attacks, run in the sandbox as a user would run it.

import Foundation
import Testing

@Suite struct AttackTests {
  @Test func `the corpus has every kind of attack`() {
    let counts = Dictionary(grouping: Attack.all, by: \.kind).mapValues(\.count)
    #expect(
      Set(counts.keys) == [
        "benign", "c-functions", "conversion", "coroutines", "cpu", "crash", "determinism",
        "escape", "finalisers", "memory", "tampering",
      ])
    #expect(counts.values.allSatisfy { $0 >= 20 }, "\(counts)")
  }

  @Test(arguments: [
    ("status=ok value=1", true), ("status=ok value=\"1\"", true), ("status=ok|error", true),
    ("status=ok limit=null", true), ("status=ok value=2", false), ("status=ok value=null", false),
    ("status=error", false), ("status=ok limit=time", false), ("status=ok message~1", false),
  ])
  func `an outcome that is not expected is noticed`(_ text: String, _ isAllowed: Bool) throws {
    let outcome = try AttackOutcome(
      line: #"{"file":"a.lua","status":"ok","limit":null,"value":"1","message":null,"#
        + #""instructions":0,"peak_memory":0,"wall_ms":0}"#)
    #expect(try Attack.Expectation(text).allows(outcome) == isAllowed)
  }

  @Test(arguments: ["", "status=fine", "status=ok limit=patience", "value=1", "status=ok word"])
  func `an expectation that is none is refused`(_ text: String) {
    #expect(throws: FixtureError.self) { try Attack.Expectation(text) }
  }

  @Test(arguments: Attack.all)
  func `a file says what it expects and why`(_ attack: Attack) throws {
    let header = try attack.header()
    #expect(!header.expectations.isEmpty && header.reasons.count == 1)
  }

  @Test(.timeLimit(.minutes(10)), arguments: Attack.all)
  func `what becomes of a chunk is what its file expects`(_ attack: Attack) async throws {
    let header = try attack.header()
    let outcome = try await AttackRun.outcome(of: attack)
    let isExpected = header.expectations.contains { $0.allows(outcome) }
    let shown = "\(outcome.description.prefix(500)) instead of \(header.expectations)"
    if header.isKnownBug {
      withKnownIssue(isIntermittent: true) { #expect(isExpected, "\(shown)") }
    } else {
      #expect(isExpected, "\(shown)")
    }
    if let model = header.model {
      let other = try await AttackRun.outcome(of: Attack(kind: attack.kind, name: model))
      #expect(outcome.value == other.value, "not the same as `\(model)`")
    }
  }

  @Test(.timeLimit(.minutes(10)), arguments: Attack.all)
  func `an outcome contradicts itself in nothing`(_ attack: Attack) async throws {
    let outcome = try await AttackRun.outcome(of: attack)
    #expect(AttackOutcome.statuses.contains(outcome.status))
    #expect((outcome.status == "limit") == (outcome.limit != nil))
    #expect((outcome.status == "ok") == (outcome.message == nil))
    #expect(outcome.status == "ok" || outcome.value == nil)
    #expect(outcome.instructions >= 0)
    #expect((0...64 << 20).contains(outcome.peakMemory))
  }

  @Test(.timeLimit(.minutes(10)), arguments: Attack.all)
  func `an outcome is short and shows no address`(_ attack: Attack) async throws {
    let outcome = try await AttackRun.outcome(of: attack)
    // Short enough to be searched.
    try #require(outcome.description.utf8.count < 100_000)
    #expect(!outcome.description.contains(/0x[0-9a-f]{6}/))
    #expect(outcome.message?.utf8.count ?? 0 < 8192)
  }

  @Test(.timeLimit(.minutes(10)), arguments: Attack.all)
  func `what stopped a chunk names the chunk`(_ attack: Attack) async throws {
    let outcome = try await AttackRun.outcome(of: attack)
    guard let message = outcome.message else { return }
    #expect(message.hasPrefix(attack.file), "\(message.prefix(200))")
  }
}
