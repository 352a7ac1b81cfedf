// Runs the lines of a prompt, one after another in one session.

import Catalog
package import DataSources
package import Diagnostics
import LuaRuntime

extension ScriptEngine {
  /// The plugin that definitions of a prompt belong to.
  static let promptPlugin = "prompt"

  /// Runs a line of a prompt, which sees what the lines before it have set up.
  package func run(_ line: PromptLine) -> PromptOutcome {
    let session: PromptMemory
    do {
      session = try promptMemory()
    } catch {
      return PromptOutcome(.failed(failure(error)))
    }
    var run = PromptRun(line: line)
    do throws(Failure) {
      run.file = try read(line)
      let source = PromptSource.read(
        line.text, name: line.name, into: state, environment: session.globals)
      switch source {
      case .incomplete: run.result = .incomplete
      case .wrong(let error): throw promptFailure(error)
      case .expression(let function), .statements(let function):
        run.isExpression = source.isExpression
        try check(line, session)
        try call(function, &run, session)
      }
    } catch {
      run.result = .failed(error)
    }
    return finish(run, session)
  }

  /// Takes the subjects that lines can refer to, in the place of those before.
  package func load(subjects: [Subject]) throws(Failure) {
    do {
      try promptMemory().subjects.load(subjects)
    } catch {
      throw failure(error)
    }
  }

  private func read(_ line: PromptLine) throws(Failure) -> SourceFile {
    do {
      let file = try SourceFile.decode(path: line.name, bytes: Array(line.text.utf8))
      sources[line.name] = file
      return file
    } catch {
      throw Failure(error)
    }
  }

  /// What is wrong with a line before anything of it runs.
  private func check(_ line: PromptLine, _ session: PromptMemory) throws(Failure) {
    try checkArea(of: line.moment)
    if let subject = line.subject {
      guard let kind = catalog.subjects[subject.kind], kind.fields.count == subject.values.count
      else {
        throw Failure(
          .unknownName(subject.kind, "kind of subject", at: nil, known: catalog.subjects.ids))
      }
    }
    // Whoever calls something else `e` or `p` compares that.
    let hasOwn = ["e", "p"].contains { session.names.contains($0) }
    guard !hasOwn, let file = sources[line.name] else { return }
    let findings = ScriptScan.findings(in: file, catalog: catalog)
    guard findings.isEmpty else { throw Failure(findings) }
  }

  // MARK: Running

  private func call(
    _ function: LuaFunction, _ run: inout PromptRun, _ session: PromptMemory
  ) throws(Failure) {
    guard let runner = session.runner else { return }
    let line = run.line
    let context = EvaluationContext(moment: line.moment)
    context.keeping = session.readings
    let subject = line.subject.map {
      HostObject(type: session.types.subject, b: UInt64(session.subjects.place(of: $0)))
    }
    restrictMemory()
    defer { state.memoryLimit = limits.memory }
    try begin(context)
    session.current = (line, context, subject)
    (loadingFile, loadingPlugin, announced, requiring) = (run.file, Self.promptPlugin, [], [])
    let answer: [LuaValue]
    do throws(LuaError) {
      defer {
        end()
        loadingFile = nil
        session.current = nil
        run.instructions = state.instructionsUsed
        run.log = state.log.text
      }
      answer = try state.call(runner, [.function(function)], results: 2)
    } catch {
      throw promptFailure(error, context)
    }
    guard case .integer(let count)? = answer.first, case .table(let values)? = answer.last else {
      return
    }
    state.memoryLimit = limits.memory
    run.result = .values(keep(values, count: Int(count), &run, session))
  }

  /// Keeps a part of the memory for the lines that free what a greedy one has left.
  private func restrictMemory() {
    let reserve = min(1 << 20, limits.memory / 16)
    if state.memoryInUse > limits.memory - reserve { state.collectGarbage() }
    state.memoryLimit = min(
      limits.memory, max(limits.memory - reserve, state.memoryInUse + reserve / 2))
  }

  /// The values of a line; the first one of an expression stays at hand under its number.
  private func keep(
    _ values: LuaTable, count: Int, _ run: inout PromptRun, _ session: PromptMemory
  ) -> [PromptValue] {
    var reader = PromptReader(engine: self, session: session)
    let read = reader.values(values, count: count)
    if read.count < count {
      run.hints.append("only the first \(read.count) of \(count) values are shown")
    }
    if run.isExpression, let number = run.line.number, let first = try? values.get(.integer(1)),
      !first.isNil
    {
      do {
        try session.globals.set("_\(number)", first)
        try session.globals.set("_", first)
        run.isKept = true
      } catch {
        run.hints.append("there is no memory to keep the value as `_\(number)`")
      }
    }
    return read
  }

  private func finish(_ finished: PromptRun, _ session: PromptMemory) -> PromptOutcome {
    var run = finished
    if let file = run.file { takeDefinitions(of: file, &run, session) }
    if case .failed(let failure) = run.result, failure.kind == .limit { state.collectGarbage() }
    let globals = globals(of: run, session)
    run.hints += hints(on: run, session)
    return PromptOutcome(
      run.result.withMemory(state.memoryInUse, of: limits.memory), log: run.log,
      defined: run.defined, globals: globals, isKept: run.isKept, hints: run.hints,
      instructions: run.instructions, memory: state.memoryInUse)
  }

  // MARK: Global variables

  /// The session's global variables; new ones come last, in the order of the line.
  private func globals(of run: PromptRun, _ session: PromptMemory) -> [PromptGlobal] {
    guard let excerpt = try? session.globals.excerpt(entries: 10_000, textBytes: 64) else {
      return []
    }
    var values: [String: LuaValue] = [:]
    for entry in excerpt.entries {
      guard case .string(let name) = entry.key, !name.isNumberedName else { continue }
      values[name] = entry.value
    }
    session.names.removeAll { values[$0] == nil }
    let known = Set(session.names)
    let words = run.file.map { ScriptWords($0).words.map(\.text) } ?? []
    session.names += values.keys.filter { !known.contains($0) }.sorted { left, right in
      (words.firstIndex(of: left) ?? .max, left) < (words.firstIndex(of: right) ?? .max, right)
    }
    let reader = PromptReader(engine: self, session: session)
    return session.names.compactMap { name in
      values[name].map { PromptGlobal(name: name, kind: reader.kind(of: $0)) }
    }
  }
}

/// A line on its way.
struct PromptRun {
  let line: PromptLine
  var file: SourceFile?
  var isExpression = false
  var result = PromptOutcome.Result.values([])
  var log = ""
  var defined: [PromptDefinition] = []
  var isKept = false
  var hints: [String] = []
  var instructions = 0

  init(line: PromptLine) { self.line = line }
}

extension PromptSource {
  fileprivate var isExpression: Bool {
    if case .expression = self { true } else { false }
  }
}

extension PromptOutcome.Result {
  /// The result, which says how much memory is left when a line could not get any.
  fileprivate func withMemory(_ used: Int, of limit: Int) -> Self {
    guard case .failed(let failure) = self, failure.isAboutMemory else { return self }
    let findings = failure.findings.map { finding in
      Finding(
        finding.code, finding.message, severity: finding.severity, at: finding.span,
        notes: finding.notes + [
          "all lines together hold \((used + 1023) / 1024) KiB of \(limit / 1024) KiB now"
        ],
        suggestion: used > limit / 2
          ? "free what is no longer needed, as in `x = nil`" : finding.suggestion)
    }
    return .failed(Failure(findings, kind: failure.kind))
  }
}

extension Failure {
  fileprivate var isAboutMemory: Bool {
    kind == .limit && findings.contains { $0.message.contains("memory") }
  }
}

extension LuaValue {
  fileprivate var isNil: Bool {
    if case .nil = self { true } else { false }
  }
}

extension String {
  /// Whether it is the name of a value that was kept: `_` or `_12`.
  fileprivate var isNumberedName: Bool {
    first == "_" && dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }
}
