// The line to a worker that is replaced whenever it dies.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import LuaRuntime
import Quantities
import Registers
import Scripting
import Wire

/// The line to a worker, started when it is first needed and replaced when it dies.
final class WorkerLink {
  /// What a new worker is told first, if anything.
  var greeting: WorkerRequest?

  /// What keeps the worker from the rest of the machine, once there was one.
  private(set) var isolation: Isolation?

  private let executable: String

  /// A descriptor that can be read when nobody wants to wait any longer.
  private let interruption: Int32?
  private let limits: WorkerLimits
  private let units: UnitTable
  private let catalog: Catalog?
  private let texts: SourceFiles
  private var worker: WorkerProcess?

  /// What the scripts define that a new worker loads.
  private(set) var loaded: Definitions?

  /// How many workers have been told what to load.
  private(set) var sessions = 0

  /// The lines that the worker has run.
  private var lines: SourceFiles

  /// The worker that was told what is asked about a register.
  private var asked: WorkerProcess?

  /// How long a worker may take to start, to load and to take a message.
  private let startTime: Duration

  init(
    executable: String, limits: WorkerLimits, units: UnitTable = .standard,
    catalog: Catalog? = nil, texts: SourceFiles = SourceFiles([]),
    startTime: Duration = .seconds(30), interruption: Int32? = nil
  ) {
    self.executable = executable
    self.interruption = interruption
    self.limits = limits
    self.startTime = startTime
    self.units = units
    self.catalog = catalog
    self.texts = texts
    lines = texts
  }

  /// The number of the worker that is there, or of the next one if it is gone.
  var session: Int { worker?.isWaiting == true ? sessions : sessions + 1 }

  // MARK: Requests

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
        default: throw .ended(.nonsense("an answer to another question"))
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
    let answer = try ask(
      .compute(indicator.id, moment), doing: "computing `\(indicator.id)`", at: indicator.span)
    if case .computed(let facts) = answer { return facts }
    throw Failure(.workerNonsense("an answer to another question"))
  }

  /// What becomes of a chunk; a worker that dies of it is an outcome too.
  func run(_ chunk: Chunk) throws(Failure) -> ChunkOutcome {
    do throws(WorkerProblem) {
      let worker = try start()
      try send(.run(chunk, limits.lua), to: worker)
      switch try receive(from: worker) {
      case .ran(let outcome): return outcome
      case .failed(let failure): throw .refused(failure)
      default: throw .ended(.nonsense("an answer to another question"))
      }
    } catch {
      worker = nil
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
    let texts = suite.texts
    let answer = try ask(
      .suite(suite), doing: "loading `\(suite.script.path)`", at: nil, texts: texts)
    if case .suite(let contents) = answer { return contents }
    throw Failure(.workerNonsense("an answer to another question"))
  }

  /// What becomes of a test.
  func runTest(
    _ position: Int, of suite: SuiteScript, at span: SourceSpan?
  ) throws(Failure) -> TestFacts {
    let answer = try ask(
      .test(suite, position), doing: "running the test", at: span, texts: suite.texts)
    if case .tested(let facts) = answer { return facts }
    throw Failure(.workerNonsense("an answer to another question"))
  }

  /// Has the worker take other observations.
  func observe(_ observations: InputBytes?, _ sources: InputBytes?) throws(Failure) {
    let answer = try ask(
      .observe(observations, sources), doing: "reading the observations", at: nil)
    guard case .observed = answer else {
      throw Failure(.workerNonsense("an answer to another question"))
    }
  }

  /// Which lines of the scripts have run since the worker was started.
  func lineCoverage() throws(Failure) -> [LineCoverage] {
    let answer = try ask(.lines, doing: "counting lines", at: nil)
    if case .lines(let lines) = answer { return lines }
    throw Failure(.workerNonsense("an answer to another question"))
  }

  /// What becomes of a line, and what is defined after it if that has changed.
  func run(_ line: PromptLine) throws(Failure) -> (outcome: PromptOutcome, Definitions?) {
    do throws(WorkerProblem) {
      _ = try start()
    } catch {
      throw failure(error, while: "loading the scripts")
    }
    let file = SourceFile(path: line.name, text: line.text)
    lines.add(file)
    let answer = try ask(.line(line), doing: "running the line", at: file.span(ofLine: 1))
    if case .line(let outcome, let definitions) = answer { return (outcome, definitions) }
    throw Failure(.workerNonsense("an answer to another question"))
  }

  /// Has the worker take the subjects of a register.
  func load(_ register: InputBytes, kind: String) throws(Failure) -> LoadedSubjects {
    let text = SourceFile(
      path: register.path, text: String(decoding: register.bytes, as: UTF8.self))
    let answer = try ask(
      .load(register, kind: kind), doing: "reading `\(register.path)`", at: nil,
      texts: SourceFiles([text]), within: startTime + limits.wallTime)
    if case .loaded(let subjects) = answer { return subjects }
    throw Failure(.workerNonsense("an answer to another question"))
  }

  /// What is decided on a block of a register; `nil` when the worker has not survived it.
  ///
  /// Each row may take as long as an evaluation may, however many there are.
  func decide(
    _ block: RegisterBlock, asked question: RegisterQuestion
  ) throws(Failure) -> BlockResult? {
    do throws(WorkerProblem) {
      let worker = try start()
      if asked !== worker {
        try send(.register(question), to: worker)
        guard case .registered = try answer(from: worker) else {
          throw .ended(.nonsense("an answer to another question"))
        }
        asked = worker
      }
      try send(.block(block), to: worker)
      while true {
        switch try answer(from: worker) {
        case .advanced: continue
        case .decided(let result) where result.summaries.count == question.eligibilities.count:
          return result
        default: throw .ended(.nonsense("an answer to another question"))
        }
      }
    } catch {
      switch error {
      case .refused(let failure): throw failure
      case .ended(.notStarted(let reason)): throw Failure(.workerNotStarted(reason))
      case .ended:
        worker = nil
        return nil
      }
    }
  }

  private func answer(from worker: WorkerProcess) throws(WorkerProblem) -> WorkerResponse {
    let response = try receive(from: worker, within: limits.wallTime + Self.pulseTime)
    if case .failed(let failure) = response { throw .refused(failure) }
    return response
  }

  /// How long after a row a worker may say that it is done with it.
  private static let pulseTime = Duration.seconds(1)

  private func ask(
    _ request: WorkerRequest, doing: String, at span: SourceSpan?, texts: SourceFiles? = nil,
    within time: Duration? = nil
  ) throws(Failure) -> WorkerResponse {
    do throws(WorkerProblem) {
      let worker = try start()
      try send(request, to: worker)
      let response = try receive(from: worker, within: time, texts: texts)
      if case .failed(let failure) = response { throw .refused(failure) }
      return response
    } catch {
      throw failure(error, while: doing, at: span, after: time)
    }
  }

  // MARK: The worker

  /// The worker that is waiting for a question, or a new one.
  ///
  /// One that has ended in the meantime, or has spoken without being asked, is not asked again.
  private func start() throws(WorkerProblem) -> WorkerProcess {
    if let worker, worker.isWaiting { return worker }
    worker = nil
    lines = texts
    let started = try greeted()
    try open(started)
    worker = started
    return started
  }

  /// A new worker that has said what it is.
  ///
  /// Whatever becomes of it before that is no script's doing.
  private func greeted() throws(WorkerProblem) -> WorkerProcess {
    do throws(WorkerProblem) {
      let worker: WorkerProcess
      do throws(WorkerEnd) {
        worker = try WorkerProcess(
          executable: executable, memory: limits.lua.memory, interruption: interruption)
      } catch {
        throw .ended(error)
      }
      guard case .ready(let isolation) = try receive(from: worker, within: startTime) else {
        throw .ended(.nonsense("no greeting"))
      }
      self.isolation = isolation
      if limits.requiresIsolation, !isolation.isComplete {
        throw .refused(Failure(.notIsolated(isolation)))
      }
      return worker
    } catch .ended(.notStarted(let reason)) {
      throw .ended(.notStarted(reason))
    } catch .ended(.interrupted) {
      throw .ended(.interrupted)
    } catch .ended(let end) {
      throw .ended(.notStarted("it \(end.text)"))
    }
  }

  private func open(_ worker: WorkerProcess) throws(WorkerProblem) {
    guard let greeting else { return }
    let time = startTime + limits.wallTime
    do throws(WorkerProblem) {
      try send(greeting, to: worker)
      switch try receive(from: worker, within: time) {
      case .opened(let definitions):
        loaded = definitions
        sessions += 1
      case .failed(let failure): throw .refused(failure)
      default: throw .ended(.nonsense("an answer to another question"))
      }
    } catch {
      throw .refused(failure(error, while: "loading the scripts", after: time))
    }
  }

  private func send(_ request: WorkerRequest, to worker: WorkerProcess) throws(WorkerProblem) {
    do throws(WorkerEnd) {
      try worker.send(request.message(), deadline: .now + startTime)
    } catch {
      throw .ended(error)
    }
  }

  private func receive(
    from worker: WorkerProcess, within time: Duration? = nil, texts: SourceFiles? = nil
  ) throws(WorkerProblem) -> WorkerResponse {
    let message: [UInt8]
    do throws(WorkerEnd) {
      message = try worker.receive(deadline: .now + (time ?? limits.wallTime))
    } catch {
      throw .ended(error)
    }
    var reader = WireReader(message)
    reader.provide(units)
    reader.provide(texts ?? lines)
    if let catalog { reader.provide(catalog) }
    do throws(WireError) {
      return try WorkerResponse(&reader)
    } catch {
      worker.stop()
      throw .ended(.nonsense(error.description))
    }
  }

  /// A problem as a failure; a worker that has ended is given up.
  private func failure(
    _ problem: WorkerProblem, while doing: String, at span: SourceSpan? = nil,
    after time: Duration? = nil
  ) -> Failure {
    switch problem {
    case .refused(let failure): return failure
    case .ended(let end):
      worker = nil
      switch end {
      case .tookTooLong:
        return Failure(.tookTooLong(time ?? limits.wallTime, doing, span), kind: .limit)
      case .notStarted(let reason): return Failure(.workerNotStarted(reason))
      case .interrupted: return Failure(.interrupted(doing), kind: .limit)
      case .signal, .exit, .nonsense:
        return Failure(.workerEnded(end, doing, span), kind: .limit)
      }
    }
  }
}

/// Why a worker gave no answer.
private enum WorkerProblem: Error {
  /// It is gone.
  case ended(WorkerEnd)
  /// It said no, and is still there.
  case refused(Failure)
}

extension WorkerEnd {
  /// How the worker ended, after "the worker".
  var text: String {
    switch self {
    case .tookTooLong: "took too long and was stopped"
    case .signal(let signal): "was ended by signal \(signal)"
    case .exit(let code): "ended by itself with code \(code)"
    case .nonsense(let what): "answered nonsense (\(what))"
    case .notStarted(let reason): "could not be started: \(reason)"
    case .interrupted: "was interrupted"
    }
  }
}

extension Duration {
  /// The whole milliseconds.
  var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }

  /// The duration in seconds, as short as it goes.
  package var text: String {
    let milliseconds = milliseconds
    let whole = milliseconds / 1000
    let rest = milliseconds % 1000
    guard rest != 0 else { return "\(whole) s" }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits) s"
  }
}

extension Finding {
  static func workerNonsense(_ what: String) -> Finding {
    Finding("worker.nonsense", "the worker answered nonsense: \(what)")
  }

  static func workerNotStarted(_ reason: String) -> Finding {
    Finding("worker.start", "the worker process cannot be started: \(reason)")
  }

  static func interrupted(_ doing: String) -> Finding {
    Finding("worker.interrupted", "\(doing) was interrupted")
  }

  static func tookTooLong(
    _ time: Duration, _ doing: String, _ span: SourceSpan?
  ) -> Finding {
    Finding(
      "worker.time", "\(doing) took longer than \(time.text) and was stopped", at: span,
      suggestion: "look for a costly pattern or a loop that does not end, or allow more time")
  }

  static func workerEnded(
    _ end: WorkerEnd, _ doing: String, _ span: SourceSpan?
  ) -> Finding {
    Finding(
      "worker.crash", "the worker \(end.text) while \(doing)", at: span,
      notes: ["scripts run in a process of their own, so nothing else was harmed"],
      suggestion: "look for deep recursion or unusual use of coroutines in the script")
  }

  static func notIsolated(_ isolation: Isolation) -> Finding {
    Finding(
      "worker.isolation", "this kernel cannot isolate a worker completely",
      notes: isolation.missing.map { "missing: \($0)" },
      suggestion: "leave out `--require-isolation` to go on with what there is")
  }
}

extension Isolation {
  /// What is not in force.
  public var missing: [String] {
    var missing: [String] = []
    if !noNewPrivileges { missing.append("no_new_privs") }
    if !resourceLimits { missing.append("resource limits") }
    if !systemCallFilter { missing.append("the filter of system calls (seccomp)") }
    return missing
  }
}
