// From what a line answers to plain values, cut to what may be handed over.

import Catalog
import DataSources
import LuaRuntime
import Quantities

/// Reads the values of a line; what is too much or lies too deep is left out.
struct PromptReader {
  /// How deep tables may lie in each other, whatever limits allow: the protocol has a bound of its own.
  private static let greatestDepth = 32

  /// The most bytes of a text inside a table.
  private static let longestInnerText = 4096

  private let engine: ScriptEngine
  private let session: PromptMemory
  private let limits: LuaTextLimits
  private let depth: Int
  private var entriesLeft: Int
  private var bytesLeft: Int

  /// The tables around the value that is read.
  private var path: [LuaTable] = []

  init(engine: ScriptEngine, session: PromptMemory) {
    self.engine = engine
    self.session = session
    limits = engine.limits.result
    depth = min(limits.depth, Self.greatestDepth)
    entriesLeft = limits.entries
    bytesLeft = limits.bytes
  }

  /// The first values of a list, as many as may be handed over.
  mutating func values(_ list: LuaTable, count: Int) -> [PromptValue] {
    guard
      let excerpt = try? list.excerpt(entries: min(count, entriesLeft), textBytes: bytesLeft)
    else { return [] }
    var found: [Int64: LuaExcerpt.Entry] = [:]
    for entry in excerpt.entries {
      if case .integer(let position) = entry.key { found[position] = entry }
    }
    var values: [PromptValue] = []
    for position in 1...max(1, count) where position <= count {
      guard entriesLeft > 0 else { break }
      entriesLeft -= 1
      values.append(found[Int64(position)].map { read($0) } ?? .nothing)
    }
    return values
  }

  private mutating func read(_ entry: LuaExcerpt.Entry) -> PromptValue {
    if case .string(let text) = entry.value { return read(text, isCut: entry.isCut) }
    return read(entry.value)
  }

  private mutating func read(_ text: String, isCut: Bool = false) -> PromptValue {
    let kept = text.utf8.count <= bytesLeft ? text : text.beginning(ofBytes: bytesLeft)
    bytesLeft -= kept.utf8.count
    return .text(kept, isCut: isCut || kept.utf8.count < text.utf8.count)
  }

  private mutating func read(_ value: LuaValue) -> PromptValue {
    switch value {
    case .nil: .nothing
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .string(let text): read(text)
    case .quantity(let quantity, let origin):
      .quantity(quantity, session.readings.reading(of: quantity, origin: origin))
    case .object(let object): read(object)
    case .table(let table): read(table)
    case .function(let function): .function(words(for: function))
    case .record: .other("what a definition was given, which is gone")
    case .other(let type): .other(type == "thread" ? "a coroutine" : "a \(type)")
    }
  }

  private func read(_ object: HostObject) -> PromptValue {
    let (catalog, types) = (engine.catalog, engine.types)
    switch object.type {
    case types.date: return DayCode.decode(object.b).map(PromptValue.date) ?? .other("a day")
    case types.moment: return .moment(engine.moment(object))
    case types.series:
      return .series(
        id: catalog.series[Int(clamping: object.b)].id, area: catalog.areas[Int(object.a)].id)
    case types.observer: return .observations(area: catalog.areas[Int(object.a)].id)
    case types.scale: return .other("a scale")
    case types.decision: return .other("a decision that a definition asked for")
    case session.types.subject:
      return session.subjects[Int(clamping: object.b)].map(PromptValue.subject)
        ?? .other("a subject")
    case session.types.parameters:
      return .parameters(
        instrument: catalog.instruments[Int(object.a)].id,
        moment: engine.promptMoment(code: object.b))
    case session.types.decision:
      guard var decision = session.decisions[object.b] else { return .other("a decision") }
      decision.isCurrent = object.a == UInt32(truncatingIfNeeded: session.revision)
      return .decision(decision)
    case session.types.assessment:
      guard var assessment = session.assessments[object.b] else { return .other("an assessment") }
      assessment.isCurrent = object.a == UInt32(truncatingIfNeeded: session.revision)
      return .assessment(assessment)
    default: return .other(engine.words(for: object))
    }
  }

  // MARK: Tables

  private mutating func read(_ table: LuaTable) -> PromptValue {
    if let list = session.subjectList, table.isSame(as: list) {
      return .subjects(count: session.subjects.register.count)
    }
    guard !path.contains(where: { table.isSame(as: $0) }) else {
      return .other("a table that it lies in")
    }
    guard path.count < depth, entriesLeft > 0, bytesLeft > 0,
      let excerpt = try? table.excerpt(
        entries: entriesLeft, textBytes: min(bytesLeft, Self.longestInnerText))
    else {
      return .table(PromptTable(count: table.count, isCut: true))
    }
    path.append(table)
    defer { path.removeLast() }
    var result = PromptTable(count: table.count, isCut: excerpt.isCut)
    for entry in excerpt.entries {
      guard entriesLeft > 0, bytesLeft > 0 else {
        result.isCut = true
        break
      }
      entriesLeft -= 1
      if case .integer(Int64(result.items.count) + 1) = entry.key,
        result.items.count < result.count
      {
        result.items.append(read(entry))
      } else {
        result.entries.append(.init(key(entry.key), read(entry)))
      }
    }
    return .table(result)
  }

  private mutating func key(_ key: LuaValue) -> String {
    switch key {
    case .string(let text):
      bytesLeft = max(0, bytesLeft - text.utf8.count)
      return text
    case .boolean(let value): return "[\(value)]"
    case .integer(let value): return "[\(value)]"
    case .number(let value): return "[\(value)]"
    case .quantity(let quantity, _): return "[\(quantity)]"
    default: return "[\(kind(of: key))]"
    }
  }

  // MARK: Words

  private func words(for function: LuaFunction) -> String {
    guard let definition = function.definition, definition.chunk != PromptPrelude.name else {
      return "a function of the toolkit"
    }
    return "a function of \(definition.chunk):\(definition.line)"
  }

  /// What a value is, in a few words.
  func kind(of value: LuaValue) -> String {
    switch value {
    case .nil: return "nothing"
    case .boolean: return "true or false"
    case .integer: return "a whole number"
    case .number: return "a floating-point number"
    case .string: return "a text"
    case .quantity(let quantity, _):
      return quantity.unit.symbol.isEmpty ? "a number" : "a quantity in \(quantity.unit.symbol)"
    case .function: return "a function"
    case .record: return "a record"
    case .table(let table):
      if let list = session.subjectList, table.isSame(as: list) { return "the list of subjects" }
      let count = table.count
      return count == 0 ? "a table" : "a table with \(count) item\(count == 1 ? "" : "s")"
    case .other(let type): return type == "thread" ? "a coroutine" : "a \(type)"
    case .object(let object):
      switch object.type {
      case engine.types.date: return "a day"
      case engine.types.moment: return "a period"
      case engine.types.series: return "a series"
      case engine.types.observer: return "observations"
      case session.types.subject: return "a subject"
      case session.types.parameters: return "parameters"
      case session.types.decision: return "a decision"
      case session.types.assessment: return "an assessment"
      default: return engine.words(for: object)
      }
    }
  }
}

extension String {
  /// The beginning of the text in at most so many bytes of UTF-8, without half a character.
  fileprivate func beginning(ofBytes most: Int) -> String {
    var result = ""
    var left = most
    for scalar in unicodeScalars {
      left -= UTF8.width(scalar)
      guard left >= 0 else { break }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
