// What can be asked of a worker.

import DataSources
import Diagnostics
import Evaluation
import Registers
import Scripting

extension WorkerLink {
  /// What the scripts define.
  func definitions() throws(Failure) -> Definitions {
    do throws(WorkerProblem) {
      _ = try start()
    } catch {
      throw failure(error, while: "loading the scripts")
    }
    guard let loaded else { throw Failure(.workerNonsense("it named no definitions")) }
    return loaded
  }

  /// What eligibilities find out about a subject: all of them, or those up to the one that ended the worker.
  func facts(
    _ ids: [String], on subject: Subject, at moment: Moment
  ) -> [Result<EligibilityFacts, Failure>] {
    var results: [Result<EligibilityFacts, Failure>] = []
    do throws(WorkerProblem) {
      let worker = try start()
      try send(.decide(ids, subject, moment), to: worker)
      while results.count < ids.count {
        switch try receive(from: worker) {
        case .facts(let facts): results.append(.success(facts))
        case .failed(let failure): results.append(.failure(failure))
        default: throw .ended(.nonsense(WorkerEnd.otherQuestion))
        }
      }
    } catch {
      let id = ids[results.count]
      let span = try? loaded?.eligibilities.definition(id, on: moment.date).span
      results.append(.failure(failure(error, while: "deciding `\(id)`", at: span)))
    }
    return results
  }

  /// What an indicator computes.
  func facts(of indicator: IndicatorDefinition, at moment: Moment) throws(Failure) -> IndicatorFacts
  {
    try ask(
      .compute(indicator.id, moment), doing: "computing `\(indicator.id)`", at: indicator.span
    ) { if case .computed(let facts) = $0 { facts } else { nil } }
  }

  /// What becomes of a chunk; a worker that dies of it is an outcome too.
  func run(_ chunk: Chunk) throws(Failure) -> ChunkOutcome {
    do throws(WorkerProblem) {
      let worker = try start()
      try send(.run(chunk, limits.lua), to: worker)
      guard case .ran(let outcome) = try reply(from: worker) else {
        throw .ended(.nonsense(WorkerEnd.otherQuestion))
      }
      return outcome
    } catch {
      giveUp()
      switch error {
      case .refused(let failure): throw failure
      case .ended(.tookTooLong):
        return ChunkOutcome(
          status: .limit, limit: .time,
          message: "\(chunk.path): stopped after \(limits.wallTime.text)")
      case .ended(.notStarted(let reason)): throw Failure(.workerNotStarted(reason))
      case .ended(let end):
        return ChunkOutcome(
          status: .limit, limit: .crash, message: "\(chunk.path): the worker \(end.text)")
      }
    }
  }

  /// What a suite file holds.
  func contents(of suite: SuiteScript) throws(Failure) -> SuiteContents {
    try ask(.suite(suite), doing: "loading `\(suite.script.path)`", texts: suite.texts) {
      if case .suite(let contents) = $0 { contents } else { nil }
    }
  }

  /// What becomes of a test.
  func runTest(
    _ position: Int, of suite: SuiteScript, at span: SourceSpan?
  ) throws(Failure) -> TestFacts {
    try ask(.test(suite, position), doing: "running the test", at: span, texts: suite.texts) {
      if case .tested(let facts) = $0 { facts } else { nil }
    }
  }

  /// Has the worker take other observations.
  func observe(_ observations: InputBytes?, _ sources: InputBytes?) throws(Failure) {
    try ask(.observe(observations, sources), doing: "reading the observations") {
      if case .observed = $0 { () } else { nil }
    }
  }

  /// Which lines of the scripts have run since the worker was started.
  func lineCoverage() throws(Failure) -> [LineCoverage] {
    try ask(.lines, doing: "counting lines") {
      if case .lines(let lines) = $0 { lines } else { nil }
    }
  }

  /// What becomes of a line, and what is defined after it if that has changed.
  func run(_ line: PromptLine) throws(Failure) -> (outcome: PromptOutcome, Definitions?) {
    do throws(WorkerProblem) {
      _ = try start()
    } catch {
      throw failure(error, while: "loading the scripts")
    }
    let file = SourceFile(path: line.name, text: line.text)
    add(file)
    return try ask(.line(line), doing: "running the line", at: file.span(ofLine: 1)) {
      if case .line(let outcome, let definitions) = $0 { (outcome, definitions) } else { nil }
    }
  }

  /// Has the worker take the subjects of a register.
  func load(
    _ register: InputBytes, format: RowFormat, kind: String
  ) throws(Failure) -> LoadedSubjects {
    let text = SourceFile(
      path: register.path, text: String(decoding: register.bytes, as: UTF8.self))
    return try ask(
      .load(register, format, kind: kind), doing: "reading `\(register.path)`",
      texts: SourceFiles([text]), within: startTime + limits.wallTime
    ) { if case .loaded(let subjects) = $0 { subjects } else { nil } }
  }

  /// What is decided on a block of a register; `nil` when the worker has not survived it.
  ///
  /// Each row may take as long as an evaluation may, however many there are.
  func decide(
    _ block: RegisterBlock, asked question: RegisterQuestion
  ) throws(Failure) -> BlockResult? {
    let pulse = limits.wallTime + Self.pulseTime
    do throws(WorkerProblem) {
      let worker = try start()
      if asked !== worker {
        try send(.register(question), to: worker)
        guard case .registered = try reply(from: worker, within: pulse) else {
          throw .ended(.nonsense(WorkerEnd.otherQuestion))
        }
        asked = worker
      }
      try send(.block(block), to: worker)
      while true {
        switch try reply(from: worker, within: pulse) {
        case .advanced: continue
        case .decided(let result) where result.summaries.count == question.eligibilities.count:
          return result
        default: throw .ended(.nonsense(WorkerEnd.otherQuestion))
        }
      }
    } catch {
      switch error {
      case .refused(let failure): throw failure
      case .ended(.notStarted(let reason)): throw Failure(.workerNotStarted(reason))
      case .ended:
        giveUp()
        return nil
      }
    }
  }

  /// How long after a row a worker may say that it is done with it.
  private static let pulseTime = Duration.seconds(1)
}
