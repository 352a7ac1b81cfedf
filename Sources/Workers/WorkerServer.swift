// The worker's side: locks itself down, then answers one request after another.

import CSandbox
import Catalog
import Diagnostics
import Evaluation
import Glibc
import LuaRuntime
import Quantities
import Registers
import Scripting
import Wire

/// The worker's side of the pipe.
public enum WorkerServer {
  /// Serves requests until the pipe is closed; the body of `yardstick worker`.
  ///
  /// Nothing of a request is looked at before the process has locked itself down.
  ///
  /// - Parameter memory: The most memory that a Lua state will be allowed, in bytes.
  /// - Returns: the exit code.
  public static func serve(memory: Int) -> Int32 {
    var session = Session(isolation: lockDown(memory: memory))
    guard Frame.write(WorkerResponse.ready(session.isolation).message(), to: STDOUT_FILENO) else {
      return 2
    }
    while let message = Frame.read(from: STDIN_FILENO) {
      var isConnected = true
      session.answer(message) { response in
        isConnected = isConnected && Frame.write(response.message(), to: STDOUT_FILENO)
      }
      guard isConnected else { return 2 }
    }
    return 0
  }

  /// How much address space a worker may use beside its program and its Lua states, in bytes.
  private static let spareAddressSpace: UInt64 = 1 << 30

  /// The processor time of a worker's whole life, in seconds; the parent limits single evaluations.
  private static let processorSeconds: UInt64 = 24 * 60 * 60

  private static func lockDown(memory: Int) -> Isolation {
    _ = ys_close_other_descriptors(3)
    var limits = ys_sandbox_limits()
    // Nobody needs more, and sums of anything less have room in 64 bits.
    let memory = UInt64(min(max(memory, 0), 64 << 30))
    limits.address_space = mappedBytes() + spareAddressSpace + 2 * memory
    limits.cpu_seconds = processorSeconds
    var report = ys_sandbox_report()
    _ = ys_sandbox_enter(&limits, &report)
    return Isolation(
      noNewPrivileges: report.no_new_privileges == 1, resourceLimits: report.rlimits == 1,
      systemCallFilter: report.seccomp == 1)
  }
}

extension WorkerServer {
  /// The address space that the process has mapped, in bytes; 0 when the kernel does not tell.
  private static func mappedBytes() -> UInt64 {
    let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = text.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return 0 }
    let pages = String(decoding: text[..<count], as: UTF8.self).split(separator: " ").first
    return (pages.flatMap { UInt64($0) } ?? 0) * UInt64(clamping: sysconf(Int32(_SC_PAGESIZE)))
  }
}

/// What a worker keeps from one request to the next.
struct Session {
  let isolation: Isolation
  private var evaluator: LocalEvaluator?
  private var decider: BlockDecider?

  /// How often a worker says that it is still at work on a block.
  private static let pulse = Duration.milliseconds(200)

  init(isolation: Isolation) { self.isolation = isolation }

  /// Answers a request; each answer is sent as soon as it is known.
  mutating func answer(_ message: [UInt8], send: (WorkerResponse) -> Void) {
    var reader = WireReader(message)
    reader.provide(evaluator?.catalog.units ?? .standard)
    let request: WorkerRequest
    do {
      request = try WorkerRequest(&reader)
    } catch {
      let finding = Finding("worker.message", "the worker was sent nonsense: \(error)")
      return send(.failed(Failure(finding)))
    }
    do {
      try answer(request, send: send)
    } catch {
      send(.failed(error))
    }
  }

  private mutating func answer(
    _ request: WorkerRequest, send: (WorkerResponse) -> Void
  ) throws(Failure) {
    switch request {
    case .open(let inputs, let limits, let countsLines):
      let opened = try inputs.makeEvaluator(limits: limits, countsLines: countsLines)
      evaluator = opened
      decider = nil
      send(.opened(Definitions(opened.eligibilities, opened.indicators)))
    case .decide(let ids, let subject, let moment):
      let evaluator = try opened()
      for id in ids {
        do throws(Failure) {
          send(.facts(try evaluator.facts(id, on: subject, at: moment)))
        } catch {
          send(.failed(error))
        }
      }
    case .compute(let id, let moment):
      send(.computed(try opened().compute(id, at: moment)))
    case .run(let chunk, let limits):
      let units = evaluator?.catalog.units ?? .standard
      send(.ran(ChunkRunner.run(chunk, units: units, limits: limits)))
    case .suite(let suite):
      send(.suite(try opened().contents(of: suite)))
    case .test(let suite, let position):
      send(.tested(try opened().runTest(position, of: suite)))
    case .observe(let observations, let sources):
      try opened().observe(observations, sources: sources)
      send(.observed)
    case .line(let line):
      let evaluator = try opened()
      let outcome = evaluator.run(line)
      send(
        .line(
          outcome,
          outcome.defined.isEmpty
            ? nil : Definitions(evaluator.eligibilities, evaluator.indicators)))
    case .load(let register, let format, let kind):
      send(.loaded(try opened().load(subjects: register, format: format, kind: kind)))
    case .register(let question):
      decider = try BlockDecider(question, evaluator: try opened())
      send(.registered)
    case .block(let block):
      guard let decider else {
        throw Failure(Finding("worker.message", "the worker was asked nothing about the register"))
      }
      var last = ContinuousClock.now
      let result = try decider.decide(block) {
        let now = ContinuousClock.now
        guard now - last > Self.pulse else { return }
        last = now
        send(.advanced)
      }
      send(.decided(result))
    case .lines:
      send(.lines(try opened().lineCoverage()))
    }
  }

  private func opened() throws(Failure) -> LocalEvaluator {
    guard let evaluator else {
      throw Failure(Finding("worker.message", "the worker has no catalogue yet"))
    }
    return evaluator
  }
}
