// Decisions on whole registers, as bytes that are written while they are made.

public import Diagnostics
public import Evaluation
import Foundation
public import Registers
public import Scripting

/// How decisions on a register are made and written.
public struct RegisterOptions: Sendable {
  /// How they are laid out.
  public var layout: RegisterLayout

  /// How they are written.
  public var format: RegisterFormat

  /// How many workers decide at the same time; the bytes do not depend on it.
  public var jobs: Int

  /// Where a file may lie while the register is read.
  public var folder: String

  /// How many bytes of the register are decided on at a time; the bytes do not depend on it either.
  public var blockSize: Int

  /// Creates options; without a number of jobs there are as many as processors.
  public init(
    layout: RegisterLayout = .long, format: RegisterFormat = .csv, jobs: Int? = nil,
    folder: String = "/tmp"
  ) {
    self.layout = layout
    self.format = format
    self.jobs = jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
    self.folder = folder
    // What comes out of a block is in memory as a whole, and reasons are longer than what they are about.
    blockSize =
      switch (layout, format) {
      case (_, .records): 1 << 18
      case (.wide, _): 1 << 20
      case (.long, .csv): 1 << 17
      case (.long, .json), (.long, .jsonl): 1 << 15
      }
  }
}

/// What a run over a register came to, besides the decisions themselves.
public struct RegisterTotals: Sendable {
  /// Counts and totals for each eligibility.
  public let summaries: [EligibilitySummary]

  /// How many subjects were decided on.
  public let subjects: Int

  /// How many rows were left out.
  public let rejectCount: Int

  /// Why the first of them were left out.
  public let reasons: [Finding]

  /// The decisions that failed, each place in a script once.
  public let failures: [Failure]

  init(_ totals: BlockResult) {
    summaries = totals.summaries
    subjects = totals.subjects
    rejectCount = totals.rejectCount
    reasons = totals.reasons.map(\.finding)
    failures = totals.failures.failures
  }
}

/// Receives what is decided on a register, in its order.
public protocol RegisterSink: AnyObject {
  /// Writes decisions.
  func write(decisions: [UInt8]) throws(Failure)

  /// Writes rows of CSV that tell what was left out.
  func write(rejects: [UInt8]) throws(Failure)

  /// Notes how many subjects were decided on since the last time, and how many bytes were read.
  func advance(subjects: Int, bytes: Int)
}

extension Workspace {
  /// The register at a path, or the workspace's own; `-` is the standard input.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - reading: How it is written; for the workspace's own, what differs from what it says.
  /// - Throws: a `Failure` when there is none, or it cannot be read as it is said to be written.
  public func registerFile(
    _ path: String? = nil, reading: RegisterReading = RegisterReading()
  ) throws(Failure) -> RegisterFile {
    if let path { return try RegisterFile(path, reading: reading) }
    guard let configured = configuration.subjects else { throw Failure(.noSubjects) }
    return try RegisterFile(
      InputFile.path(configured.path, in: folder),
      reading: reading.over(configuration.subjectsReading), namedAt: configured.span)
  }

  /// Decides on every subject of a register under eligibilities, and writes the decisions on the way.
  ///
  /// A subject whose script fails is noted, and the others go on.
  ///
  /// - Parameters:
  ///   - ids: The eligibilities; all that are in force when empty.
  ///   - register: The subjects.
  ///   - moment: The period and area.
  ///   - options: How decisions are made and written.
  ///   - sink: Receives the decisions in the order of the register.
  /// - Throws: a `Failure` when an eligibility is unknown, the register cannot be read, or `sink` throws.
  public func decide(
    _ ids: [String] = [], on register: RegisterFile, at moment: Moment, options: RegisterOptions,
    sink: any RegisterSink
  ) throws(Failure) -> RegisterTotals {
    let eligibilities = try eligibilities(ids, at: moment)
    let kind = try kind(nil)
    let needsDigests = options.format != .csv && options.layout == .long
    if needsDigests { try register.makeRereadable() }
    let file = needsDigests ? register.descriptor : nil
    let digests = file.map { self.digests(descriptor: $0) } ?? self.digests()
    let reader = try BlockReader(
      path: register.path, source: register.source, format: register.format, kind: kind,
      catalog: catalog, size: options.blockSize)
    let question = RegisterQuestion(
      path: register.path, kind: kind.id, columns: reader.columns, width: reader.width,
      eligibilities: eligibilities, moment: moment, layout: options.layout,
      format: options.format, digests: digests, showsStacking: catalog.hasStacking)
    let writer = BlockWriter(question, key: kind.key)
    try sink.write(decisions: Array(writer.head.utf8))
    try sink.write(rejects: Array(RejectsReport.head.utf8))
    var totals = BlockResult(eligibilities: eligibilities)
    var isEmpty = true
    try decide(question, reader, options) { block, result throws(Failure) in
      if !result.output.isEmpty {
        try sink.write(
          decisions: isEmpty ? Array(writer.opening.utf8) : question.separator)
        try sink.write(decisions: result.output)
        isEmpty = false
      }
      if !result.rejects.isEmpty { try sink.write(rejects: result.rejects) }
      try totals.addCounts(of: result)
      sink.advance(subjects: result.subjects, bytes: block.bytes.count)
    }
    try sink.write(decisions: Array(writer.tail(isEmpty: isEmpty).utf8))
    return RegisterTotals(totals)
  }

  /// Decides on the blocks of a register in as many evaluators as are asked for.
  func decide(
    _ question: RegisterQuestion, _ reader: BlockReader, _ options: RegisterOptions,
    earlier: (RegisterRun.KeyNote) throws(Failure) -> Void = { _ in }, sink: RegisterRun.Sink
  ) throws(Failure) {
    // Scripts in this process share one state.
    let jobs = evaluator is LocalEvaluator ? 1 : max(1, options.jobs)
    try RegisterRun.run(
      question, reader: reader, jobs: jobs, folder: options.folder, earlier: earlier,
      evaluator: { job throws(Failure) in
        let made = job == 0 ? evaluator : try openEvaluator(inputs, false)
        guard let made = made as? any RegisterEvaluator else {
          throw Failure(Finding("register.evaluator", "this evaluator decides on no registers"))
        }
        return made
      }, sink: sink)
  }
}

extension Finding {
  static let noSubjects = Finding(
    "argument.subjects", "no subjects are named",
    suggestion: "use `--subjects FILE`, or name them under `decide:` in yardstick.yaml")
}
