// What a stored run is about, and what must be the same when it is continued.

import DataSources
import Diagnostics
import Evaluation
import LuaRuntime
import Quantities
import Registers
import Scripting
import Stores
import Wire
import Workers

/// The facts of a run, as a store has them.
enum RunIdentity {
  /// What a run over a register is about.
  static func description(
    _ workspace: Workspace, _ question: RegisterQuestion, rows: RowFormat, header: [UInt8],
    blockSize: Int
  ) throws(Failure) -> StoreDescription {
    var inputs = WireWriter()
    inputs.write(workspace.inputs)
    let eligibilities = try question.eligibilities.map { id throws(Failure) in
      let definition = try workspace.evaluator.eligibilities.definition(
        id, on: question.moment.date)
      let instrument = definition.instrument
      return StoreDescription.Eligibility(
        id: id, instrument: instrument.id,
        clause: instrument.addition?.clause
          ?? workspace.catalog.measure(instrument.measure)?.clause ?? "",
        title: .init(zh: instrument.title.zh, en: instrument.title.en),
        conditions: definition.conditions.map { .init(zh: $0.title.zh, en: $0.title.en) })
    }
    return StoreDescription(
      facts: facts(workspace, question, rows: rows, blockSize: blockSize), header: header,
      inputs: inputs.bytes, eligibilities: eligibilities)
  }

  private static func facts(
    _ workspace: Workspace, _ question: RegisterQuestion, rows: RowFormat, blockSize: Int
  ) -> [StoreDescription.Fact] {
    let limits = workspace.limits
    return [
      .init("schema", "\(ResultStore.schemaVersion)"),
      .init("version", YardstickVersion.current),
      .init("state", "running"),
      .init("register", question.path),
      .init("rows", rows.rawValue),
      .init("block_size", "\(blockSize)"),
      .init("kind", question.kind),
      .init("at", question.moment.period.description),
      .init("area", question.moment.area),
      .init("catalog", question.digests.catalog),
      .init("scripts", question.digests.scripts),
      .init("data", question.digests.data),
      .init("limit_memory", "\(limits.lua.memory)"),
      .init("limit_instructions", "\(limits.lua.instructions)"),
      .init("limit_source", "\(limits.lua.sourceBytes)"),
      .init("limit_result", "\(limits.lua.result.bytes)"),
      .init("limit_depth", "\(limits.lua.result.depth)"),
      .init("limit_milliseconds", "\(limits.wallTime.milliseconds)"),
    ]
  }

  /// What must be the same, in words, with how it can be made so.
  private static let fixed: [(names: [String], what: String, remedy: String)] = [
    (["version"], "the version of yardstick", "use that version"),
    (["catalog"], "the catalogue", "bring its files back"),
    (["scripts"], "the scripts", "bring their files back"),
    (["data"], "the observations or their sources", "bring their files back"),
    (["at"], "the period", "name it with `--at`"),
    (["area"], "the area", "name it with `--area`"),
    (["rows"], "the format of the register", "name it with `--input-format`"),
    (["kind"], "the kind of subject", "bring the catalogue back"),
    (
      [
        "limit_memory", "limit_instructions", "limit_source", "limit_result", "limit_depth",
        "limit_milliseconds",
      ], "the limits of scripts", "name them as they were"
    ),
  ]

  /// Makes sure that a run goes on as it began.
  ///
  /// - Throws: a ``Failure`` that says everything that differs.
  static func check(
    _ now: StoreDescription, continues before: StoreDescription, path: String
  ) throws(Failure) {
    var findings: [Finding] = []
    for fact in fixed {
      let changed = fact.names.filter { now[$0] != before[$0] }
      guard !changed.isEmpty else { continue }
      let values = changed.map { name in
        "\(name): \(shown(before[name])) in the store, \(shown(now[name])) now"
      }
      findings.append(
        .differs(path, "\(fact.what) \(isPlural(fact.what) ? "are" : "is")", values, fact.remedy))
    }
    let (ids, were) = (now.eligibilities.map(\.id), before.eligibilities.map(\.id))
    if ids != were {
      findings.append(
        .differs(
          path, "the eligibilities are",
          ["\(were.joined(separator: ", ")) in the store, \(ids.joined(separator: ", ")) now"],
          "name them with `--only`"))
    }
    if now.header != before.header { findings.append(.otherRegister(path)) }
    if !findings.isEmpty { throw Failure(findings) }
  }

  private static func isPlural(_ what: String) -> Bool {
    what.hasPrefix("the scripts") || what.hasPrefix("the limits") || what.hasPrefix("the obs")
  }

  /// A value, of a digest only as much as tells two apart.
  private static func shown(_ value: String?) -> String {
    guard let value else { return "nothing" }
    return value.utf8.count == 64 ? String(value.prefix(12)) : value
  }

  // MARK: Reading

  /// The moment of a run.
  static func moment(of description: StoreDescription) -> Moment? {
    guard let text = description["at"], let period = try? Period(parsing: text),
      let area = description["area"]
    else { return nil }
    return Moment(period: period, area: area)
  }

  /// The limits of a run.
  static func limits(of description: StoreDescription) -> WorkerLimits? {
    func number(_ name: String) -> Int? { description[name].flatMap { Int($0) } }
    guard let memory = number("limit_memory"), let instructions = number("limit_instructions"),
      let source = number("limit_source"), let bytes = number("limit_result"),
      let depth = number("limit_depth"), let milliseconds = number("limit_milliseconds")
    else { return nil }
    return WorkerLimits(
      lua: LuaLimits(
        memory: memory, instructions: instructions, sourceBytes: source,
        result: LuaTextLimits(depth: depth, bytes: bytes)),
      wallTime: .milliseconds(milliseconds))
  }
}

extension Finding {
  fileprivate static func differs(
    _ path: String, _ what: String, _ notes: [String], _ remedy: String
  ) -> Finding {
    Finding(
      "store.differs", "`\(path)` cannot be continued: \(what) not the same", notes: notes,
      suggestion: "\(remedy), or name another file with `--store`")
  }

  /// That another register was stored.
  static func otherRegister(_ path: String) -> Finding {
    Finding(
      "store.differs",
      "`\(path)` cannot be continued: the register does not begin with the rows that are in it",
      suggestion: "name the register as it was, or name another file with `--store`")
  }
}
