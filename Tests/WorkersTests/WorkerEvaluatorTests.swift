import Catalog
import DataSources
import Diagnostics
import Evaluation
import Foundation
import Glibc
import LuaRuntime
import Quantities
import Scripting
import Testing
import Yardstick

@testable import Workers

extension ProcessTests {
  @Suite struct WorkerEvaluatorTests {
    @Test(arguments: [
      "", "code=F1,spend=2000万元,size=small", "code=F1,spend=9999999.99元,size=small",
      "code=研发,spend=3亿元,size=large,exporter=true", "spend=2000万元",
    ])
    func `a worker decides as this process does`(_ given: String) throws {
      let local = try Sample.inputs.makeEvaluator(limits: Sample.limits.lua)
      let executable = try Executable.yardstick(named: "ys-decides")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(executable: executable.path)
      #expect(worker.eligibilities.ids == local.eligibilities.ids)
      let subject = try Sample.subject(given)
      let moment = try Sample.moment
      let ids = local.eligibilities.ids + ["nobody"]
      let results = worker.decide(ids, on: subject, at: moment)
      try #require(results.count == ids.count)
      for (id, result) in zip(ids, results) {
        let expected = try account { try local.decide(id, on: subject, at: moment) }
        #expect(try account { try result.get() } == expected, "\(id)")
        #expect(
          try account { try worker.decide(id, on: subject, at: moment) } == expected, "\(id)")
      }
    }

    @Test func `a worker computes as this process does`() throws {
      let local = try Sample.inputs.makeEvaluator(limits: Sample.limits.lua)
      let executable = try Executable.yardstick(named: "ys-computes")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(executable: executable.path)
      #expect(worker.indicators.ids == ["gap", "fails"])
      for id in ["gap", "fails", "nobody"] {
        for year in 2024...2026 {
          let moment = Moment(period: Period(year: year), area: "100")
          #expect(
            try account { try worker.compute(id, at: moment) }
              == account { try local.compute(id, at: moment) }, "\(id) in \(year)")
        }
      }
    }

    @Test func `a script that cannot be loaded fails as it does in this process`() throws {
      let script = "eligibility \"a\" {\n  instrument = \"gran\",\n}\nx = = 1"
      let local = try account {
        try Sample.inputs(script).makeEvaluator(limits: Sample.limits.lua).eligibilities.ids
      }
      let executable = try Executable.yardstick(named: "ys-loads")
      defer { executable.remove() }
      let worker = try account {
        try Sample.workerEvaluator(script, executable: executable.path).eligibilities.ids
      }
      #expect(worker == local)
      #expect(worker.contains("a.lua:4:"))
      #expect(ChildProcess.named(executable.name).isEmpty)
    }

    @Test func `the first subjects of the repository's register get the same decisions`() throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardized.path
      let executable = try Executable.yardstick(named: "ys-repository")
      defer { executable.remove() }
      let local = try Workspace.open(folder)
      let worker = try Workspace.open(folder, scripts: .worker(executable: executable.path))
      let ids = local.evaluator.eligibilities.ids
      #expect(worker.evaluator.eligibilities.ids == ids)
      let register = try local.register()
      var reader = try SubjectReader(
        path: register.path, bytes: register.bytes, kind: register.kind, catalog: local.catalog)
      let moment = try local.moment(try #require(local.configuration.decideAt))
      var decided = 0
      while decided < 50, let row = try reader.next() {
        guard case .subject(let subject) = row else { continue }
        let expected = local.evaluator.decide(ids, on: subject, at: moment)
        let results = worker.evaluator.decide(ids, on: subject, at: moment)
        #expect(
          try results.map { result in try account { try result.get() } }
            == expected.map { result in try account { try result.get() } }, "\(subject.key)")
        decided += 1
      }
      #expect(decided == 50)
      for id in local.evaluator.indicators.ids {
        let moment = try local.moment(try #require(local.configuration.assessAt))
        #expect(
          try account { try worker.evaluator.compute(id, at: moment) }
            == account { try local.evaluator.compute(id, at: moment) }, "\(id)")
      }
    }

    @Test func `a district's rules are the same in a worker`() throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../examples/districts").standardized.path
      let executable = try Executable.yardstick(named: "ys-district")
      defer { executable.remove() }
      let local = try Workspace.open(folder, area: "330108")
      let worker = try Workspace.open(
        folder, area: "330108", scripts: .worker(executable: executable.path))
      let definitions = [local, worker].map { workspace in
        workspace.evaluator.eligibilities.all.map {
          "\($0.id) \($0.validity) \($0.plugin) \($0.replaced?.span.place ?? "")"
        }
      }
      #expect(definitions[0] == definitions[1])
      let id = "binjiang_rd_match"
      let subject = try local.subject(
        given: "area=330108,introduced_year=2026,headquarters=rd,rd_spend=2亿元", for: id)
      let decisions = try [local, worker].map { workspace in
        try workspace.evaluator.decide(id, on: subject, at: workspace.moment("2026"))
      }
      #expect(decisions.map(\.payable?.description) == ["100万元", "100万元"])
      #expect(
        decisions.map { $0.setAside.map(\.group.id) } == [
          ["binjiang_rd_total"], ["binjiang_rd_total"],
        ])
      #expect(decisions[0].shares == decisions[1].shares)
    }

    @Test(arguments: ["loop", "pattern"])
    func `what takes too long is stopped and the next one still decided`(_ id: String) throws {
      var limits = WorkerLimits(wallTime: .seconds(2))
      limits.lua.instructions = .max
      let executable = try Executable.yardstick(named: "ys-\(id)")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(
        Sample.endless, limits: limits, executable: executable.path)
      let results = worker.decide(
        ["first", id, "last"], on: try Sample.subject(), at: try Sample.moment)
      try #require(results.count == 3)
      #expect(try results[0].get().status == .eligible)
      #expect(try results[2].get().status == .eligible)
      let failure = #expect(throws: Failure.self) { try results[1].get() }
      #expect(failure?.kind == .limit)
      let finding = try #require(failure?.findings.first)
      #expect(finding.message == "deciding `\(id)` took longer than 2 s and was stopped")
      #expect(finding.span?.file.path == "a.lua")
      #expect(finding.span.map { $0.file.line($0.line).contains(id) } == true)
    }

    @Test func `a worker that was killed while it waited is replaced and nothing is lost`() throws {
      let executable = try Executable.yardstick(named: "ys-waits")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(executable: executable.path)
      let subject = try Sample.subject("code=F1,spend=2000万元,size=small")
      let moment = try Sample.moment
      let expected = try account { try worker.decide("grant", on: subject, at: moment) }
      let first = try #require(ChildProcess.named(executable.name).first)
      kill(first.id, SIGKILL)
      while ChildProcess.named(executable.name).contains(where: { !$0.isZombie }) { sched_yield() }
      #expect(try account { try worker.decide("grant", on: subject, at: moment) } == expected)
      let children = ChildProcess.named(executable.name)
      #expect(children.count == 1)
      #expect(children.allSatisfy { $0.id != first.id && !$0.isZombie })
    }

    @Test func `a worker that is killed at work costs one decision`() async throws {
      var limits = WorkerLimits(wallTime: .seconds(600))
      limits.lua.instructions = .max
      let executable = try Executable.yardstick(named: "ys-works")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(
        Sample.endless, limits: limits, executable: executable.path)
      let child = try #require(ChildProcess.named(executable.name).first)
      // Only the loop can use so much processor time.
      let killer = Task.detached {
        while let now = ChildProcess.named("ys-works").first, now.ticks < child.ticks + 30 {
          sched_yield()
        }
        kill(child.id, SIGKILL)
      }
      let results = worker.decide(
        ["first", "loop", "last"], on: try Sample.subject(), at: try Sample.moment)
      _ = await killer.value
      try #require(results.count == 3)
      #expect(try results[0].get().status == .eligible)
      #expect(try results[2].get().status == .eligible)
      let failure = #expect(throws: Failure.self) { try results[1].get() }
      #expect(failure?.kind == .limit)
      #expect(
        failure?.findings.map(\.message)
          == ["the worker was ended by signal 9 while deciding `loop`"])
    }

    @Test func `a worker ends with its evaluator`() throws {
      let executable = try Executable.yardstick(named: "ys-ends")
      defer { executable.remove() }
      do {
        let worker = try Sample.workerEvaluator(executable: executable.path)
        #expect(ChildProcess.named(executable.name).count == 1)
        #expect(worker.isolation != nil)
      }
      #expect(ChildProcess.named(executable.name).isEmpty)
    }

    @Test func `complete isolation can be demanded`() throws {
      let executable = try Executable.yardstick(named: "ys-isolated")
      defer { executable.remove() }
      let isolation = try #require(
        Sample.workerEvaluator(executable: executable.path).isolation)
      var limits = Sample.limits
      limits.requiresIsolation = true
      let codes = try Self.findings {
        try Sample.workerEvaluator(limits: limits, executable: executable.path)
      }
      #expect(codes == (isolation.isComplete ? [] : ["worker.isolation"]))
    }

    private static func findings(_ work: () throws -> WorkerEvaluator) throws -> [String] {
      do {
        _ = try work()
        return []
      } catch let failure as Failure {
        return failure.findings.map(\.code)
      }
    }
  }
}
