// A run as a store has it: what it was about, and everything to make its decisions once more.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import Registers
import Scripting
import Stores
import Wire

/// A run as a store has it.
struct StoredRun {
  let store: ResultStore
  let description: StoreDescription
  let progress: StoreProgress

  /// The moment that was asked about.
  let moment: Moment

  /// Opens a store to read from it.
  init(_ path: String) throws(Failure) {
    store = try ResultStore.forReading(path)
    description = try store.description()
    progress = try store.progress()
    guard let moment = RunIdentity.moment(of: description) else {
      throw Failure(
        Finding(
          "store.damaged", "`\(path)` is damaged: it does not say at which moment was decided",
          suggestion: "remove it, and decide on the register again"))
    }
    self.moment = moment
  }

  /// The path of the register, as it was typed.
  var register: String { description["register"] ?? "" }

  /// The ids of the eligibilities, in the order of the run.
  var eligibilities: [String] { description.eligibilities.map(\.id) }

  /// What the decisions were made from.
  var digests: Digests {
    Digests(
      catalog: description["catalog"] ?? "", scripts: description["scripts"] ?? "",
      data: description["data"] ?? "")
  }

  /// A subject, with every rejected row or failed decision that is about its key.
  ///
  /// - Throws: a `Failure` when there is none, which says why its row was left out if it was.
  func subject(
    _ id: String
  ) throws(Failure) -> (subject: StoredSubject, rejects: [StoredReject]) {
    let rejects = try store.rejects(of: id)
    if let subject = try store.subject(id, eligibilities: eligibilities.count) {
      return (subject, rejects)
    }
    if let reject = rejects.first {
      throw Failure(.leftOut(id, reject, register))
    }
    throw Failure(
      Finding(
        "argument.subject", "there is no subject `\(id)` in `\(store.path)`",
        notes: progress.isComplete
          ? [] : ["the store is not finished; it ends before line \(progress.line)"],
        suggestion: progress.isComplete
          ? "name one by its key, as it stands in the register" : "`--resume` continues it"))
  }

  /// The subject of a stored row, as a catalogue types it.
  ///
  /// - Throws: a `Failure` when the row does not fit the catalogue.
  func read(_ stored: StoredSubject, _ catalog: Catalog) throws(Failure) -> Subject {
    guard let kind = description["kind"].flatMap({ catalog.subjects[$0] }) else {
      throw Failure(Finding("store.kind", "the catalogue has no such kind of subject any more"))
    }
    let format = description["rows"].flatMap(RowFormat.init) ?? .csv
    let header = try SubjectReader(
      path: register, bytes: description.header, format: format, kind: kind, catalog: catalog)
    var reader = SubjectReader(
      part: Array(stored.source.utf8), of: register, format: format, columns: header.columns,
      width: header.width, line: stored.line, offset: 0, duplicates: [:], kind: kind,
      catalog: catalog)
    switch try reader.next() {
    case .subject(let subject): return subject
    case .rejected(let reject): throw Failure(reject.reason)
    case nil: throw Failure(Finding("store.row", "the row in the store is empty"))
    }
  }

  /// Opens an evaluator with everything that the run had, under its limits.
  func evaluator(
    _ scripts: ScriptPlace, requiresIsolation: Bool
  ) throws(Failure) -> any Evaluator {
    var reader = WireReader(description.inputs)
    guard let inputs = try? EvaluatorInputs(from: &reader), reader.isAtEnd,
      var limits = RunIdentity.limits(of: description)
    else {
      throw Failure(
        Finding(
          "store.inputs",
          "this version of yardstick cannot read from what version"
            + " \(description["version"] ?? "another one") has decided"))
    }
    limits.requiresIsolation = requiresIsolation
    let catalog = try Catalog.load(files: inputs.catalog).applying(inputs.plugins.map(\.overlay))
    return try scripts.open(inputs, catalog: catalog, limits: limits)
  }
}

extension Finding {
  fileprivate static func leftOut(
    _ id: String, _ reject: StoredReject, _ register: String
  ) -> Finding {
    Finding(
      "store.rejected", "`\(id)` was left out, and nothing was decided on it",
      notes: ["line \(reject.line) of `\(register)`: \(reject.reason)"],
      suggestion: "correct the row, and decide on the register again")
  }
}
