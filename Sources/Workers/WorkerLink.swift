// The line to a worker that is replaced whenever it dies.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import LuaRuntime
import Quantities
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
  let limits: WorkerLimits
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
  var asked: WorkerProcess?

  /// How long a worker may take to start, to load and to take a message.
  let startTime: Duration

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

  // MARK: Asking

  /// Asks a question, and takes the answer out of the response.
  ///
  /// - Parameter answer: The answer of a response; `nil` for one to another question.
  func ask<Answer>(
    _ request: WorkerRequest, doing: String, at span: SourceSpan? = nil,
    texts: SourceFiles? = nil, within time: Duration? = nil,
    answer: (WorkerResponse) -> Answer?
  ) throws(Failure) -> Answer {
    let response: WorkerResponse
    do throws(WorkerProblem) {
      let worker = try start()
      try send(request, to: worker)
      response = try reply(from: worker, within: time, texts: texts)
    } catch {
      throw failure(error, while: doing, at: span, after: time)
    }
    guard let answer = answer(response) else {
      throw Failure(.workerNonsense(WorkerEnd.otherQuestion))
    }
    return answer
  }

  /// The next response, unless it says no.
  func reply(
    from worker: WorkerProcess, within time: Duration? = nil, texts: SourceFiles? = nil
  ) throws(WorkerProblem) -> WorkerResponse {
    let response = try receive(from: worker, within: time, texts: texts)
    if case .failed(let failure) = response { throw .refused(failure) }
    return response
  }

  /// Ends what was begun with a worker: the next question goes to a new one.
  func giveUp() { worker = nil }

  /// Takes note of the text of a line, which the worker's answers may name.
  func add(_ line: SourceFile) { lines.add(line) }

  // MARK: The worker

  /// The worker that is waiting for a question, or a new one.
  ///
  /// One that has ended in the meantime, or has spoken without being asked, is not asked again.
  func start() throws(WorkerProblem) -> WorkerProcess {
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
      guard case .opened(let definitions) = try reply(from: worker, within: time) else {
        throw .ended(.nonsense(WorkerEnd.otherQuestion))
      }
      loaded = definitions
      sessions += 1
    } catch {
      throw .refused(failure(error, while: "loading the scripts", after: time))
    }
  }

  func send(_ request: WorkerRequest, to worker: WorkerProcess) throws(WorkerProblem) {
    do throws(WorkerEnd) {
      try worker.send(request.message(), deadline: .now + startTime)
    } catch {
      throw .ended(error)
    }
  }

  func receive(
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
  func failure(
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
