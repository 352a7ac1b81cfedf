// Lines of a prompt in a worker: the same as in this process, and what is lost with the worker.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import Glibc
import LuaRuntime
import Quantities
import Scripting
import Testing

@testable import Workers

extension ProcessTests {
  @Suite struct PromptWorkerTests {
    private static let register = InputBytes(
      path: "firms.csv",
      bytes: Array("code,spend,size\nF1,2000万元,small\n研,x,small\nF3,20万元,large\n".utf8))

    private static func line(
      _ text: String, _ number: Int = 1, subject: Subject? = nil
    ) throws -> PromptLine {
      PromptLine(
        text: text, name: "[\(number)]", number: number, moment: try Sample.moment,
        subject: subject)
    }

    @Test func `a worker answers lines as this process does`() throws {
      let executable = try Executable.yardstick(named: "ys-prompt")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(executable: executable.path)
      let local = try Sample.inputs.makeEvaluator(limits: Sample.limits.lua)
      let session = worker.session
      #expect(
        try account { try worker.load(subjects: Self.register, format: .csv, kind: "firm") }
          == account { try local.load(subjects: Self.register, format: .csv, kind: "firm") })
      let lines = [
        "1 + 1, 'x', 0.5, nil", "x = {obs.output[at], at, obs, e, 研 = 1", "研 = 1",
        "x = {obs.output[at], at, obs.output, obs, date '2025-01-01', p 'grant', subjects}", "x",
        "print('研发'); d = decide('grant', subject 'F1')", "d", "d.payable * 2", "assess 'output'",
        "value 'gap'", "value 'fails'", "decide('raises', subjects[2])", "subject 'F9'",
        "for i = 1,",
        "indicator 'mine' { unit = '亿元', value = function(obs, at)\n return obs.output[at]\nend }",
        "value 'mine'",
        "eligibility 'grant' { requires = { { 'no', function() return false end } } }",
        "d", "decide('grant', subject 'F1')", "indicator 'mine' { unit = '亿元' }",
        "while true do end",
        "x[1]", "f = function() return e end", "f", "coroutine.create(print)", "e", "_1, _",
      ]
      for (position, text) in lines.enumerated() {
        let subject = text == "e" ? try Sample.subject("spend=1元") : nil
        let line = try Self.line(text, position + 1, subject: subject)
        let expected = local.run(line)
        #expect(try account { try worker.run(line) } == account(of: expected), "\(text)")
        #expect(account(of: worker.indicators.all) == account(of: local.indicators.all))
        #expect(account(of: worker.eligibilities.all) == account(of: local.eligibilities.all))
      }
      let subject = try Sample.subject("spend=2000万元,size=small")
      let moment = try Sample.moment
      #expect(try worker.decide("grant", on: subject, at: moment).status == .ineligible)
      #expect(
        try account { try worker.decide("grant", on: subject, at: moment) }
          == account { try local.decide("grant", on: subject, at: moment) })
      #expect(try worker.compute("mine", at: moment).value?.description == "420亿元")
      #expect(worker.session == session)
    }

    @Test func `a line that takes too long costs the session`() throws {
      var limits = WorkerLimits(wallTime: .seconds(1))
      limits.lua.instructions = .max
      let executable = try Executable.yardstick(named: "ys-slow-line")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(limits: limits, executable: executable.path)
      let session = worker.session
      _ = try worker.run(
        try Self.line("x = 1 indicator 'mine' { unit = '家', value = function() end }"))
      #expect(worker.indicators.ids == ["gap", "fails", "mine"])
      let failure = #expect(throws: Failure.self) {
        try worker.run(try Self.line("\n  while true do end", 2))
      }
      #expect(failure?.kind == .limit)
      let finding = try #require(failure?.findings.first)
      #expect(finding.message == "running the line took longer than 1 s and was stopped")
      #expect(finding.span?.file.path == "[2]")
      #expect(worker.session != session)
      #expect(worker.indicators.ids == ["gap", "fails"])
      let next = worker.session
      let outcome = try worker.run(try Self.line("x", 3))
      #expect(outcome.globals.isEmpty)
      #expect(worker.session == next)
    }

    @Test func `a worker that is killed between lines is another session`() throws {
      let executable = try Executable.yardstick(named: "ys-lost-line")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(executable: executable.path)
      let session = worker.session
      _ = try worker.load(subjects: Self.register, format: .csv, kind: "firm")
      _ = try worker.run(
        try Self.line(
          "eligibility 'grant' { requires = { { 'no', function() return false end } } }"))
      let subject = try Sample.subject("code=F1,spend=2000万元,size=small")
      let moment = try Sample.moment
      #expect(try worker.decide("grant", on: subject, at: moment).status == .ineligible)
      let child = try #require(ChildProcess.named(executable.name).first)
      kill(child.id, SIGKILL)
      while ChildProcess.named(executable.name).contains(where: { !$0.isZombie }) { sched_yield() }
      #expect(worker.session != session)
      // What the plugins say holds again, for definitions and for what is found out by them.
      let decision = try worker.decide("grant", on: subject, at: moment)
      #expect(decision.status == .eligible)
      #expect(decision.conditions.map(\.title.en) == ["spends enough", "is small"])
      let outcome = try worker.run(try Self.line("#subjects", 2))
      guard case .values(let values) = outcome.result else {
        Issue.record("the line fails")
        return
      }
      #expect(values == [.integer(0)])
    }

    @Test func `a line that ends its worker is a failure that says so`() async throws {
      let executable = try Executable.yardstick(named: "ys-dead-line")
      defer { executable.remove() }
      var limits = WorkerLimits(wallTime: .seconds(600))
      limits.lua.instructions = .max
      let worker = try Sample.workerEvaluator(limits: limits, executable: executable.path)
      let child = try #require(ChildProcess.named(executable.name).first)
      let killer = Task.detached {
        while let now = ChildProcess.named("ys-dead-line").first, now.ticks < child.ticks + 20 {
          sched_yield()
        }
        kill(child.id, SIGKILL)
      }
      let failure = #expect(throws: Failure.self) {
        try worker.run(try Self.line("while true do end"))
      }
      _ = await killer.value
      #expect(
        failure?.findings.map(\.message)
          == ["the worker was ended by signal 9 while running the line"])
    }
  }
}
