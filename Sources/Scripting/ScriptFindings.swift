// The words for what can be wrong with a script.

package import Catalog
package import Diagnostics
import LuaRuntime
package import Quantities

extension Finding {
  static func unknownName(
    _ name: String, _ kind: String, at span: SourceSpan?, known: some Collection<String>
  ) -> Finding {
    Finding(
      "script.unknown-\(kind)", "there is no \(kind) `\(name)` in the catalogue", at: span,
      suggestion: NearestName.suggestion(for: name, among: known))
  }

  static func forgottenTable(
    _ kind: PendingDefinition.Kind, _ id: String, in file: SourceFile
  ) -> Finding {
    let line = (file.lines.firstIndex { $0.contains(kind.rawValue) && $0.contains(id) } ?? 0) + 1
    return Finding(
      "script.forgotten-table", "\(kind.rawValue) `\(id)` has no table, so it defines nothing",
      at: file.span(of: id, onLine: line) ?? file.span(ofLine: line),
      suggestion: "write `\(kind.rawValue) \"\(id)\" { … }`")
  }

  static func conditionNotBoolean(
    _ condition: EligibilityDefinition.Condition, _ value: LuaValue
  ) -> Finding {
    Finding(
      "script.condition-result",
      "condition `\(condition.title.en)` returned \(value.kindText) instead of true or false",
      at: condition.span,
      notes: ["only true and false decide; anything else would be a guess"],
      suggestion: "return a comparison, such as `return e.size == \"small\"`")
  }

  static func wrongAmount(
    _ value: LuaValue, _ definition: EligibilityDefinition, at span: SourceSpan
  ) -> Finding {
    Finding(
      "script.amount-result",
      "the amount of `\(definition.id)` is \(value.kindText) instead of an amount of money",
      at: span, suggestion: "return money, such as `e.rd_spend * p.rate` or `quantity \"5万元\"`")
  }

  static func wrongIndicatorValue(
    _ value: LuaValue, _ definition: IndicatorDefinition, at span: SourceSpan
  ) -> Finding {
    Finding(
      "script.indicator-result",
      "indicator `\(definition.id)` returned \(value.kindText) instead of a quantity in"
        + " \(definition.unit.symbol)",
      at: span)
  }

  /// A parameter that has versions, but none for a day.
  package static func parameterNotInForce(
    _ parameter: Parameter, _ instrument: Instrument, _ date: CalendarDate
  ) -> Finding {
    Finding(
      "catalog.parameter-not-in-force",
      "`\(parameter.name)` of `\(instrument.id)` has no value on \(date)", at: parameter.span,
      notes: ["parameters are dated; the last known value is never used outside its dates"],
      suggestion: "ask about another date, or add a version that holds on it")
  }
}

extension LuaValue {
  /// The value in a few words, for messages.
  var kindText: String {
    switch self {
    case .nil: "nothing (nil)"
    case .boolean(let value): "\(value)"
    case .integer(let value): "the number \(value)"
    case .number: "a floating-point number"
    case .string(let text): "the text \"\(text.prefix(40))\""
    case .quantity(let quantity, _): "\(quantity)"
    case .table: "a table"
    case .function: "a function"
    case .record: "a whole record"
    case .object: "a date, a series or another object"
    case .other(let type): "a \(type)"
    }
  }

  /// The value as it would stand in a message as a key.
  var shortText: String {
    switch self {
    case .string(let text): String(text.prefix(60))
    case .integer(let value): "\(value)"
    default: kindText
    }
  }
}

extension ScriptEngine {
  /// A Lua error as a failure with its place in the script.
  func failure(_ error: LuaError) -> Failure {
    if let failure = error.underlying as? Failure { return failure }
    if let relayed = error.underlying as? RelayedFailure { return relayed.failure }
    let word = (error.underlying as? ScriptError)?.word
    let lua = LuaMessage(error)
    let span = error.location.flatMap { place($0.chunk, $0.line, of: word ?? lua.word) }
    var notes = (error.underlying as? ScriptError)?.notes ?? []
    var callers: [String] = []
    for frame in error.traceback.dropFirst() where callers.last != frame.location.description {
      callers.append(frame.location.description)
    }
    if !callers.isEmpty {
      notes.append("called from " + callers.prefix(5).joined(separator: ", from "))
    }
    switch error.kind {
    case .memory, .instructions:
      return Failure(
        Finding(
          "script.limit", lua.text, at: span, notes: notes,
          suggestion: "look for a loop that does not end, or a table or text that keeps growing"),
        kind: .limit)
    case .stack:
      return Failure(
        Finding(
          "script.limit", lua.text, at: span, notes: notes,
          suggestion: "look for a function that calls itself without end"),
        kind: .limit)
    case .syntax:
      return Failure(Finding("script.syntax", lua.text, at: span, suggestion: lua.suggestion))
    case .size:
      return Failure(Finding("script.size", error.message, at: span))
    case .missing:
      return Failure(
        Finding(
          "script.missing", error.message, at: span, notes: notes,
          suggestion: "read fields and observations inside a condition, an amount or a value"))
    case .runtime, .conversion:
      return Failure(
        Finding(
          "script.error", lua.text, at: span, notes: notes,
          suggestion: (error.underlying as? ScriptError)?.suggestion ?? lua.suggestion))
    }
  }

  /// Why what scripts have set up cannot be sealed, with the first place that names it.
  func sealingFailure(_ error: LuaError) -> Failure {
    let lua = LuaMessage(error)
    guard error.kind == .runtime, let word = lua.word else { return failure(error) }
    let file = error.location.flatMap { sources[$0.chunk] }
    let files = file.map { [$0] } ?? sources.values.sorted { $0.path < $1.path }
    let span = files.lazy.compactMap { $0.span(of: word, after: 1) }.first
    return Failure(Finding("script.kept", lua.text, at: span, suggestion: lua.suggestion))
  }

  private func place(_ chunk: String, _ line: Int, of word: String?) -> SourceSpan? {
    guard let file = sources[chunk], line > 0 else { return nil }
    return word.flatMap { file.span(of: $0, onLine: line) } ?? file.span(ofLine: line)
  }

  /// Where a function of a definition begins.
  func span(ofFunction position: Int) -> SourceSpan? {
    functions[position].definition.flatMap { place($0.chunk, $0.line, of: "function") }
  }
}

/// An error that a host function raises in a script: what is wrong, and which word of the line is to blame.
struct ScriptError: Error, CustomStringConvertible {
  let message: String
  var word: String?
  var notes: [String] = []
  var suggestion: String?

  var description: String { message }
}
