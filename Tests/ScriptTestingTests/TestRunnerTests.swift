// How tests are chosen, ordered, and run at the same time.

import Diagnostics
import Testing

@testable import ScriptTesting

@Suite struct TestRunnerTests {
  private static let suite = Sample.grant(
    (1...12).map { number in
      "{ \"case \(number)\", expect = { eligible = \(number % 5 != 0) } },"
    }.joined(separator: "\n"))

  private func run(_ change: (inout TestOptions) -> Void) throws -> TestRun {
    var options = TestOptions()
    change(&options)
    return try Sample.run(Self.suite, options: options)
  }

  @Test func `the order of results depends neither on jobs nor on the order they ran in`() throws {
    let names = (1...12).map { "case \($0)" }
    for jobs in [1, 2, 4, 50] {
      for seed: UInt64? in [nil, 1, 2] {
        let run = try run {
          $0.jobs = jobs
          $0.seed = seed
        }
        #expect(run.results.map(\.test.name) == names)
        #expect(run.count(.failed) == 2)
      }
    }
  }

  @Test func `a filter keeps tests whose id holds one of its texts`() throws {
    let run = try run { $0.filter = ["grant/case 1", "case 7"] }
    #expect(run.results.map(\.test.name) == ["case 1", "case 7", "case 10", "case 11", "case 12"])
  }

  @Test(arguments: [1, 4]) func `nothing after the first failure is reported when failing fast`(
    _ jobs: Int
  ) throws {
    let run = try run {
      $0.failFast = true
      $0.jobs = jobs
    }
    #expect(run.results.map(\.test.name) == ["case 1", "case 2", "case 3", "case 4", "case 5"])
    #expect(run.notRun == 7)
    #expect(run.kind == .findings)
  }

  @Test func `a shuffled run is the same for the same seed`() throws {
    func names(_ seed: UInt64) throws -> [String] {
      try run {
        $0.failFast = true
        $0.seed = seed
      }.results.map(\.test.name)
    }
    #expect(try names(7) == names(7))
    #expect(try Set((1...8).map { try names($0) }).count > 1)
  }

  @Test func `no test at all is a failure`() throws {
    let run = try run { $0.filter = ["nothing"] }
    #expect(run.kind == .findings)
    #expect(run.findings.map(\.code) == ["test.none"])
  }

  @Test func `a file that cannot be read counts more than a failed test`() {
    let broken = Failure(Finding("suite.case", "broken"))
    #expect(TestRun(results: [], problems: [broken]).kind == .couldNotRun)
    let empty = Failure(Finding("suite.empty", "empty"), kind: .findings)
    #expect(TestRun(results: [], problems: [empty]).kind == .findings)
    let limit = Failure(Finding("script.limit", "stopped"), kind: .limit)
    #expect(TestRun(results: [], problems: [broken, limit]).kind == .limit)
  }
}
