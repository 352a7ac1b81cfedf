// Decisions on whole registers in a store, which an interrupted run can be continued from.

import Catalog
import Crypto
public import Diagnostics
import Evaluation
import Registers
public import Scripting
import Stores
import Wire

extension Workspace {
  /// Decides on every subject of a register, and keeps the decisions in a store.
  ///
  /// - Parameters:
  ///   - ids: The eligibilities; all that are in force when empty.
  ///   - register: The subjects.
  ///   - moment: The period and area.
  ///   - options: How decisions are made; a run that is continued keeps the size of its blocks.
  ///   - path: The file of the store.
  ///   - resumes: Whether a store that is there is continued.
  ///   - advance: Told how many subjects were decided on since the last time, and how many bytes were read.
  /// - Throws: a `Failure` when there is a store already, or it is about something else, or the file cannot
  ///   be written; what it holds until then can be continued.
  public func decide(
    _ ids: [String] = [], on register: RegisterFile, at moment: Moment, options: RegisterOptions,
    store path: String, resumes: Bool, advance: (_ subjects: Int, _ bytes: Int) -> Void
  ) throws(Failure) -> StoredDecisions {
    guard resumes || !ResultStore.exists(path) else { throw Failure(.storeExists(path)) }
    let eligibilities = try eligibilities(ids, at: moment)
    guard eligibilities.count <= ResultStore.mostEligibilities else {
      throw Failure(.tooManyEligibilities(eligibilities.count))
    }
    let kind = try kind(nil)
    let (store, isNew) = try ResultStore.forWriting(path)
    let progress = isNew ? StoreProgress() : try store.progress()
    let (reader, question): (BlockReader, RegisterQuestion)
    do throws(Failure) {
      let before = isNew ? nil : try store.description()
      let blockSize = before.flatMap { $0["block_size"] }.flatMap { Int($0) } ?? options.blockSize
      reader = try BlockReader(
        path: register.path, source: register.source, format: register.format, kind: kind,
        catalog: catalog, size: blockSize)
      question = RegisterQuestion(
        path: register.path, kind: kind.id, columns: reader.columns, width: reader.width,
        eligibilities: eligibilities, moment: moment, layout: .long, format: .records,
        digests: digests(), showsStacking: catalog.hasStacking)
      let description = try RunIdentity.description(
        self, question, rows: register.format, header: reader.header, blockSize: blockSize)
      if let before {
        try RunIdentity.check(description, continues: before, path: path)
      } else {
        try store.begin(description)
      }
    } catch {
      if isNew { store.remove() }
      throw error
    }
    let run = try StoreRun(
      store, question, after: progress, header: reader.header,
      totals: try totals(in: progress.totals, of: eligibilities, path: path))
    try run.skip(reader)
    if progress.subjects > 0 { advance(progress.subjects, progress.offset) }
    if !progress.isComplete {
      try decide(
        question, reader, options,
        earlier: { note throws(Failure) in try store.eachKeys(seed: question.seed, note) }
      ) { block, result throws(Failure) in
        try run.add(result, of: block)
        advance(result.subjects, block.bytes.count)
      }
      try run.finish()
    }
    return StoredDecisions(store, question, key: kind.key, totals: run.totals)
  }

  /// The totals that a store has of the rows in it.
  private func totals(
    in bytes: [UInt8], of eligibilities: [String], path: String
  ) throws(Failure) -> BlockResult {
    guard !bytes.isEmpty else { return BlockResult(eligibilities: eligibilities) }
    var reader = WireReader(bytes)
    reader.provide(catalog.units)
    reader.provide(catalog)
    reader.provide(inputs.texts)
    guard let totals = try? BlockResult(from: &reader),
      totals.summaries.count == eligibilities.count
    else {
      throw Failure(
        Finding(
          "store.damaged", "`\(path)` is damaged: its totals cannot be read",
          suggestion: "remove it, and decide on the register again"))
    }
    return totals
  }
}

/// A run whose results go into a store.
private final class StoreRun {
  /// How many blocks are kept at a time; the bytes of the file depend on it.
  private static let blocksInTransaction = 16

  private let store: ResultStore
  private let writer: StoreWriter
  private var progress: StoreProgress
  private var hash = SHA256()
  private var blocks = 0

  /// Counts and totals of all rows so far.
  private(set) var totals: BlockResult

  init(
    _ store: ResultStore, _ question: RegisterQuestion, after progress: StoreProgress,
    header: [UInt8], totals: BlockResult
  ) throws(Failure) {
    self.store = store
    self.progress = progress
    self.totals = totals
    writer = try StoreWriter(
      store, eligibilities: question.eligibilities.count, after: progress)
    hash.update(data: header)
  }

  /// Reads what was decided on before once more, and makes sure that it is the same.
  func skip(_ reader: BlockReader) throws(Failure) {
    guard progress.offset > 0 else { return }
    var offset = 0
    while offset < progress.offset, let block = try reader.next() {
      hash.update(data: block.bytes.prefix(progress.offset - block.offset))
      offset = block.offset + block.bytes.count
    }
    guard offset >= progress.offset, DigestBuilder.text(hash) == progress.digest else {
      throw Failure(.otherRegister(store.path))
    }
    // Where the last block has grown, or another one follows, rows were added at the end.
    var isLonger = offset > progress.offset
    if !isLonger, progress.isComplete { isLonger = try reader.next() != nil }
    if isLonger { throw Failure(.longerRegister(store.path, than: progress.line)) }
  }

  /// Takes in what was decided on a block.
  func add(_ result: BlockResult, of block: RegisterBlock) throws(Failure) {
    try writer.add(results: result.output, rejects: result.rejects, subjects: result.subjects)
    try totals.addCounts(of: result)
    hash.update(data: block.bytes)
    progress.offset = block.offset + block.bytes.count
    progress.line = block.nextLine
    blocks += 1
    if blocks.isMultiple(of: Self.blocksInTransaction) { try commit() }
  }

  /// Keeps the last results, and that there are no more.
  func finish() throws(Failure) {
    progress.isComplete = true
    try commit()
  }

  private func commit() throws(Failure) {
    progress.subjects = totals.subjects
    progress.digest = DigestBuilder.text(hash)
    var writer = WireWriter()
    writer.write(totals)
    progress.totals = writer.bytes
    try self.writer.commit(progress)
  }
}

extension Finding {
  fileprivate static func storeExists(_ path: String) -> Finding {
    Finding(
      "store.exists", "there is a file `\(path)` already",
      suggestion: "add `--resume` to continue it, or name another file")
  }

  fileprivate static func longerRegister(_ path: String, than line: Int) -> Finding {
    Finding(
      "store.differs",
      "`\(path)` cannot be continued: the register has more rows than before, from line \(line) on",
      suggestion: "name another file with `--store`")
  }

  fileprivate static func tooManyEligibilities(_ count: Int) -> Finding {
    Finding(
      "store.eligibilities",
      "a store has room for \(ResultStore.mostEligibilities) eligibilities, not for \(count)",
      suggestion: "name some with `--only`, and decide on the others into another store")
  }
}
