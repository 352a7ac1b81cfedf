// What a process and its workers say to each other; docs/worker-protocol.md describes it.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import LuaRuntime
import Quantities
import Registers
import Scripting
package import Wire

/// The version of the protocol, and what frames may hold.
enum WorkerProtocol {
  /// Changes with every change of a message.
  static let version = 7

  /// The first word of a worker, before its version.
  static let greeting = "yardstick worker"

  /// The longest message, in bytes.
  static let longestMessage = 256 << 20
}

/// What a process asks of a worker.
enum WorkerRequest {
  /// Loads everything that evaluations need, and says whether lines of scripts are counted.
  case open(EvaluatorInputs, LuaLimits, countsLines: Bool)
  /// Decides on a subject under eligibilities, one after another.
  case decide([String], Subject, Moment)
  /// Computes an indicator.
  case compute(String, Moment)
  /// Runs a plain chunk.
  case run(Chunk, LuaLimits)
  /// Says what a suite file holds.
  case suite(SuiteScript)
  /// Runs a test of a suite file, by its position.
  case test(SuiteScript, Int)
  /// Says which lines of the scripts have run.
  case lines
  /// Takes other observations, and the sources of these.
  case observe(InputBytes?, InputBytes?)
  /// Runs a line of a prompt, which sees what the lines before it have set up.
  case line(PromptLine)
  /// Takes the subjects of a register, of one kind, for lines to refer to.
  case load(InputBytes, RowFormat, kind: String)
  /// Takes what is asked about every subject of a register.
  case register(RegisterQuestion)
  /// Decides on a block of the register.
  case block(RegisterBlock)

  func message() -> [UInt8] {
    var writer = WireWriter()
    switch self {
    case .open(let inputs, let limits, let countsLines):
      writer.write(tag: 0)
      writer.write(inputs)
      writer.write(limits)
      writer.write(countsLines)
    case .decide(let ids, let subject, let moment):
      writer.write(tag: 1)
      writer.write(ids)
      writer.write(subject)
      writer.write(moment)
    case .compute(let id, let moment):
      writer.write(tag: 2)
      writer.write(id)
      writer.write(moment)
    case .run(let chunk, let limits):
      writer.write(tag: 3)
      writer.write(chunk)
      writer.write(limits)
    case .suite(let suite):
      writer.write(tag: 4)
      writer.write(suite)
    case .test(let suite, let position):
      writer.write(tag: 5)
      writer.write(suite)
      writer.write(position)
    case .lines: writer.write(tag: 6)
    case .observe(let observations, let sources):
      writer.write(tag: 7)
      writer.write(observations)
      writer.write(sources)
    case .line(let line):
      writer.write(tag: 8)
      writer.write(line)
    case .load(let register, let format, let kind):
      writer.write(tag: 9)
      writer.write(register)
      writer.write(format.rawValue)
      writer.write(kind)
    case .register(let question):
      writer.write(tag: 20)
      writer.write(question)
    case .block(let block):
      writer.write(tag: 21)
      writer.write(block)
    }
    return writer.bytes
  }

  init(_ reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0:
      self = .open(try reader.value(), try reader.value(), countsLines: try reader.boolean())
    case 1: self = .decide(try reader.list(), try reader.value(), try reader.value())
    case 2: self = .compute(try reader.text(), try reader.value())
    case 3: self = .run(try reader.value(), try reader.value())
    case 4: self = .suite(try reader.value())
    case 5: self = .test(try reader.value(), try reader.integer())
    case 6: self = .lines
    case 7: self = .observe(try reader.optional(), try reader.optional())
    case 8: self = .line(try reader.value())
    case 9:
      let register: InputBytes = try reader.value()
      guard let format = RowFormat(rawValue: try reader.text()) else {
        throw WireError("rows are written in no such way")
      }
      self = .load(register, format, kind: try reader.text())
    case 20: self = .register(try reader.value())
    case 21: self = .block(try reader.value())
    default: throw WireError("there is no such request")
    }
    try reader.finish()
  }
}

/// Everything that scripts define.
struct Definitions: WireValue {
  let eligibilities: DefinitionList<EligibilityDefinition>
  let indicators: DefinitionList<IndicatorDefinition>

  init(
    _ eligibilities: DefinitionList<EligibilityDefinition>,
    _ indicators: DefinitionList<IndicatorDefinition>
  ) {
    self.eligibilities = eligibilities
    self.indicators = indicators
  }

  package func write(to writer: inout WireWriter) {
    writer.write(eligibilities)
    writer.write(indicators)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(try reader.value(), try reader.value())
  }
}

/// What a worker answers.
enum WorkerResponse {
  /// The worker is locked down and ready.
  case ready(Isolation)
  /// The definitions that were loaded.
  case opened(Definitions)
  /// What an eligibility found out.
  case facts(EligibilityFacts)
  /// What an indicator computed.
  case computed(IndicatorFacts)
  /// What became of a chunk.
  case ran(ChunkOutcome)
  /// What was asked could not be done.
  case failed(Failure)
  /// What a suite file holds.
  case suite(SuiteContents)
  /// What became of a test.
  case tested(TestFacts)
  /// Which lines of the scripts have run.
  case lines([LineCoverage])
  /// The observations were taken.
  case observed
  /// What became of a line, and all definitions when it has changed them.
  case line(PromptOutcome, Definitions?)
  /// What became of the rows of a register.
  case loaded(LoadedSubjects)
  /// The question was taken.
  case registered
  /// What was decided on a block.
  case decided(BlockResult)
  /// The block is not done, but another of its rows is.
  case advanced

  func message() -> [UInt8] {
    var writer = WireWriter()
    switch self {
    case .ready(let isolation):
      writer.write(tag: 0)
      writer.write(WorkerProtocol.greeting)
      writer.write(WorkerProtocol.version)
      writer.write(isolation)
    case .opened(let definitions):
      writer.write(tag: 1)
      writer.write(definitions)
    case .facts(let facts):
      writer.write(tag: 2)
      writer.write(facts)
    case .computed(let facts):
      writer.write(tag: 3)
      writer.write(facts)
    case .ran(let outcome):
      writer.write(tag: 4)
      writer.write(outcome)
    case .failed(let failure):
      writer.write(tag: 5)
      writer.write(failure)
    case .suite(let contents):
      writer.write(tag: 6)
      writer.write(contents)
    case .tested(let facts):
      writer.write(tag: 7)
      writer.write(facts)
    case .lines(let lines):
      writer.write(tag: 8)
      writer.write(lines)
    case .observed: writer.write(tag: 9)
    case .line(let outcome, let definitions):
      writer.write(tag: 10)
      writer.write(outcome)
      writer.write(definitions)
    case .loaded(let subjects):
      writer.write(tag: 11)
      writer.write(subjects)
    case .registered: writer.write(tag: 20)
    case .decided(let result):
      writer.write(tag: 21)
      writer.write(result)
    case .advanced: writer.write(tag: 22)
    }
    return writer.bytes
  }

  init(_ reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0:
      guard try reader.text() == WorkerProtocol.greeting,
        try reader.integer() == WorkerProtocol.version
      else { throw WireError("the worker is of another version") }
      self = .ready(try reader.value())
    case 1: self = .opened(try reader.value())
    case 2: self = .facts(try reader.value())
    case 3: self = .computed(try reader.value())
    case 4: self = .ran(try reader.value())
    case 5: self = .failed(try reader.value())
    case 6: self = .suite(try reader.value())
    case 7: self = .tested(try reader.value())
    case 8: self = .lines(try reader.list())
    case 9: self = .observed
    case 10: self = .line(try reader.value(), try reader.optional())
    case 11: self = .loaded(try reader.value())
    case 20: self = .registered
    case 21: self = .decided(try reader.value())
    case 22: self = .advanced
    default: throw WireError("there is no such answer")
    }
    try reader.finish()
  }
}

/// What keeps a worker from the rest of the machine.
public struct Isolation: Sendable, Hashable {
  /// Whether it can never gain privileges.
  public let noNewPrivileges: Bool

  /// Whether the kernel limits its memory, time and files.
  public let resourceLimits: Bool

  /// Whether the kernel refuses it files, sockets and processes.
  public let systemCallFilter: Bool

  /// Whether everything is in force.
  public var isComplete: Bool { noNewPrivileges && resourceLimits && systemCallFilter }
}

extension Isolation: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(noNewPrivileges)
    writer.write(resourceLimits)
    writer.write(systemCallFilter)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      noNewPrivileges: try reader.boolean(), resourceLimits: try reader.boolean(),
      systemCallFilter: try reader.boolean())
  }
}
