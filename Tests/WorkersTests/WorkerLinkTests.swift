import Diagnostics
import Glibc
import LuaRuntime
import Quantities
import Testing
import Wire

@testable import Scripting
@testable import Workers

extension ProcessTests {
  @Suite struct WorkerLinkTests {
    static let chunk = Chunk(path: "a.lua", bytes: Array("return 1".utf8))

    /// What a proper worker says first.
    static func greeting(complete: Bool = true) -> [UInt8] {
      let isolation = Isolation(
        noNewPrivileges: true, resourceLimits: complete, systemCallFilter: complete)
      return framed(WorkerResponse.ready(isolation))
    }

    static func framed(_ response: WorkerResponse) -> [UInt8] {
      let message = response.message()
      return Frame.header(message.count) + message
    }

    /// A link to a program that misbehaves; nothing waits long for it.
    static func link(_ executable: Executable, requiresIsolation: Bool = false) -> WorkerLink {
      WorkerLink(
        executable: executable.path,
        limits: WorkerLimits(
          wallTime: .milliseconds(300), requiresIsolation: requiresIsolation),
        startTime: .milliseconds(300))
    }

    /// A program that never greets as a worker does.
    enum Stranger: String, CaseIterable, Sendable {
      case ends, signalled, silent, nonsense, empty, tooLong, other, unasked, half, halfAndEnds

      var bytes: [UInt8] {
        switch self {
        case .ends, .signalled, .silent: []
        case .nonsense: [3, 0, 0, 0, 0x61, 0x62, 0x63]
        case .empty: [0, 0, 0, 0]
        case .tooLong: [1, 0, 0, 16]
        case .other: otherVersion
        case .unasked: framed(.failed(Failure([])))
        case .half, .halfAndEnds: Array(greeting().dropLast())
        }
      }

      var then: String {
        switch self {
        case .ends: "exit 7"
        case .signalled: "kill -11 $$"
        case .halfAndEnds: "exit 0"
        default: Executable.hang
        }
      }

      var reason: String {
        switch self {
        case .ends: "it ended by itself with code 7"
        case .signalled: "it was ended by signal 11"
        case .silent, .half: "it took too long and was stopped"
        case .nonsense: "it answered nonsense (there is no such answer)"
        case .empty: "it answered nonsense (the message ends in the middle of a value)"
        case .tooLong: "it answered nonsense (a message is too long)"
        case .other: "it answered nonsense (the worker is of another version)"
        case .unasked: "it answered nonsense (no greeting)"
        case .halfAndEnds: "it ended by itself with code 0"
        }
      }

      private var otherVersion: [UInt8] {
        var writer = WireWriter()
        writer.write(tag: 0)
        writer.write(WorkerProtocol.greeting)
        writer.write(WorkerProtocol.version + 1)
        for _ in 0..<3 { writer.write(true) }
        return Frame.header(writer.bytes.count) + writer.bytes
      }
    }

    @Test(arguments: Stranger.allCases)
    func `a program that is no worker is a clear failure`(_ stranger: Stranger) throws {
      let executable = try Executable.script(
        named: "no-\(stranger)", writing: stranger.bytes, then: stranger.then)
      defer { executable.remove() }
      let link = Self.link(executable)
      for _ in 0..<2 {
        let failure = #expect(throws: Failure.self) { try link.run(Self.chunk) }
        #expect(failure?.kind == .couldNotRun)
        #expect(
          failure?.findings.map(\.message)
            == ["the worker process cannot be started: \(stranger.reason)"])
      }
      #expect(ChildProcess.named(executable.name).isEmpty)
    }

    /// A worker that greets, and then does not do as it should.
    enum Defector: String, CaseIterable, Sendable {
      case ends, signalled, silent, nonsense, tooLong, another, half, closes

      var bytes: [UInt8] {
        let after: [UInt8] =
          switch self {
          case .ends, .signalled, .silent, .closes: []
          case .nonsense: [1, 0, 0, 0, 99]
          case .tooLong: [255, 255, 255, 255]
          case .another: framed(.computed(IndicatorFacts(value: nil, trace: Trace())))
          case .half: [200, 0, 0, 0, 4]
          }
        return greeting() + after
      }

      var then: String {
        switch self {
        case .ends: "exit 3"
        case .signalled: "kill -6 $$"
        case .closes: "exec <&- >&-\n\(Executable.hang)"
        default: Executable.hang
        }
      }

      var limit: ChunkOutcome.Limit { self == .silent || self == .half ? .time : .crash }

      var message: String {
        switch self {
        case .ends: "a.lua: the worker ended by itself with code 3"
        case .signalled: "a.lua: the worker was ended by signal 6"
        case .silent, .half: "a.lua: stopped after 0.3 s"
        case .nonsense: "a.lua: the worker answered nonsense (there is no such answer)"
        case .tooLong: "a.lua: the worker answered nonsense (a message is too long)"
        case .another: "a.lua: the worker answered nonsense (an answer to another question)"
        case .closes: "a.lua: the worker was ended by signal 9"
        }
      }
    }

    @Test(arguments: Defector.allCases)
    func `a worker that fails at a chunk is the chunk's outcome`(_ defector: Defector) throws {
      let executable = try Executable.script(
        named: "not-\(defector)", writing: defector.bytes, then: defector.then)
      defer { executable.remove() }
      let link = Self.link(executable)
      for _ in 0..<2 {
        let outcome = try link.run(Self.chunk)
        #expect(outcome.status == .limit)
        #expect(outcome.limit == defector.limit)
        #expect(outcome.message == defector.message)
        #expect(outcome.value == nil)
      }
      #expect(ChildProcess.named(executable.name).isEmpty)
    }

    @Test func `a worker that does not listen does not block`() throws {
      let executable = try Executable.script(
        named: "not-listening", writing: Self.greeting(), then: Executable.hang)
      defer { executable.remove() }
      let chunk = Chunk(path: "a.lua", bytes: [UInt8](repeating: 0x20, count: 4 << 20))
      #expect(try Self.link(executable).run(chunk).limit == .time)
      #expect(ChildProcess.named(executable.name).isEmpty)
    }

    @Test func `a message that is too long is not sent`() throws {
      let executable = try Executable.script(
        named: "not-asked", writing: [], then: Executable.hang)
      defer { executable.remove() }
      let worker = try WorkerProcess(executable: executable.path, memory: 0)
      let message = [UInt8](repeating: 0, count: WorkerProtocol.longestMessage + 1)
      #expect(throws: WorkerEnd.notStarted("what it would be sent has more than 256 MiB")) {
        try worker.send(message, deadline: .now + .seconds(60))
      }
    }

    @Test func `a worker that speaks without being asked is not asked again`() throws {
      let outcome = ChunkOutcome(status: .ok, value: "7")
      let twice = Self.greeting() + Self.framed(.ran(outcome)) + Self.framed(.ran(outcome))
      let executable = try Executable.script(
        named: "not-silent", writing: twice, then: Executable.hang)
      defer { executable.remove() }
      let link = Self.link(executable)
      #expect(try link.run(Self.chunk).value == "7")
      let first = ChildProcess.named(executable.name).map(\.id)
      #expect(try link.run(Self.chunk).value == "7")
      let second = ChildProcess.named(executable.name).map(\.id)
      #expect(first.count == 1 && second.count == 1 && first != second)
    }

    @Test(arguments: ["/nowhere/yardstick", "/", ""])
    func `a program that is not there is a clear failure`(_ path: String) {
      let evaluator = ChunkEvaluator(limits: WorkerLimits(), executable: path)
      let failure = #expect(throws: Failure.self) { try evaluator.run(Self.chunk) }
      #expect(failure?.findings.map(\.code) == ["worker.start"])
      #expect(failure?.kind == .couldNotRun)
    }

    @Test func `inputs that no worker takes are a failure`() throws {
      let executable = try Executable.script(
        named: "not-loading", writing: Self.greeting(), then: "exit 4")
      defer { executable.remove() }
      let failure = #expect(throws: Failure.self) {
        try Sample.workerEvaluator(executable: executable.path)
      }
      #expect(
        failure?.findings.map(\.message)
          == ["the worker ended by itself with code 4 while loading the scripts"])
      #expect(ChildProcess.named(executable.name).isEmpty)
    }

    @Test func `incomplete isolation is told, and refused where it is demanded`() throws {
      let outcome = Self.framed(.ran(ChunkOutcome(status: .ok)))
      let executable = try Executable.script(
        named: "not-isolated", writing: Self.greeting(complete: false) + outcome,
        then: Executable.hang)
      defer { executable.remove() }
      let link = Self.link(executable)
      #expect(try link.run(Self.chunk).status == .ok)
      #expect(
        link.isolation?.missing == ["resource limits", "the filter of system calls (seccomp)"])
      let strict = Self.link(executable, requiresIsolation: true)
      let failure = #expect(throws: Failure.self) { try strict.run(Self.chunk) }
      #expect(failure?.findings.map(\.code) == ["worker.isolation"])
      #expect(
        failure?.findings.first?.notes
          == ["missing: resource limits", "missing: the filter of system calls (seccomp)"])
      #expect(ChildProcess.named(executable.name).count == 1)
    }

    @Test func `two hundred restarts leave no process and no descriptor behind`() throws {
      let executable = try Executable.script(
        named: "not-lasting", writing: Self.greeting(), then: "exit 0")
      defer { executable.remove() }
      let link = Self.link(executable)
      let before = try ChildProcess.openDescriptors()
      for _ in 0..<200 { #expect(try link.run(Self.chunk).limit == .crash) }
      // Tests of other modules may hold a few at the same time; a leak would be two hundred.
      #expect(try ChildProcess.openDescriptors() < before + 100)
      #expect(ChildProcess.named(executable.name).isEmpty)
    }

    @Test func `a chunk that exhausts its worker leaves the next one a new worker`() throws {
      let executable = try Executable.yardstick(named: "ys-chunks")
      defer { executable.remove() }
      var limits = WorkerLimits(wallTime: .seconds(2))
      limits.lua.instructions = .max
      let evaluator = ChunkEvaluator(limits: limits, executable: executable.path)
      #expect(evaluator.isolation == nil)
      #expect(try evaluator.run(Self.chunk).value == "1")
      #expect(evaluator.isolation != nil)
      let endless = Chunk(path: "b.lua", bytes: Array("while true do end".utf8))
      let stopped = try evaluator.run(endless)
      #expect(stopped.limit == .time)
      #expect(stopped.message == "b.lua: stopped after 2 s")
      #expect(try evaluator.run(Self.chunk).value == "1")
      #expect(ChildProcess.named(executable.name).count == 1)
    }
  }
}

@Suite struct WorkerEndTests {
  @Test(
    arguments: [
      (.tookTooLong, "took too long and was stopped"), (.signal(9), "was ended by signal 9"),
      (.exit(2), "ended by itself with code 2"), (.nonsense("why"), "answered nonsense (why)"),
      (.notStarted("why"), "could not be started: why"),
    ] as [(WorkerEnd, String)])
  func `how a worker ended is said in words`(_ end: WorkerEnd, _ text: String) {
    #expect(end.text == text)
  }
}
