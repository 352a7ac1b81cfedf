// From scripts to definitions: what `eligibility` and `indicator` were given, checked.

import Catalog
import Diagnostics
import LuaRuntime
import Quantities

/// A definition as a script gave it, not yet checked.
struct PendingDefinition {
  enum Kind: String {
    case eligibility
    case indicator
  }

  let kind: Kind
  let id: String
  let plugin: String
  let table: LuaTable
  let file: SourceFile

  /// How many definitions of the same kind and id the file made before it.
  let earlier: Int
}

extension ScriptEngine {
  /// Runs every script once, checks what they defined, and seals what they have set up.
  func load(_ plugins: [Plugin]) throws(Failure) {
    var problems = FindingList()
    for plugin in plugins {
      let environment = try makeEnvironment(with: plugin.modules)
      loadingPlugin = plugin.manifest.id
      moduleSets.append((plugin.manifest.id, plugin.modules))
      for script in plugin.scripts {
        do {
          try define(script, in: environment)
        } catch {
          guard error.kind != .limit else { throw error }
          problems.add(error.findings)
        }
      }
    }
    var eligibilities: [EligibilityDefinition] = []
    var indicators: [IndicatorDefinition] = []
    for definition in pending {
      var reader = DefinitionReader(definition, engine: self)
      switch definition.kind {
      case .eligibility: if let read = reader.eligibility() { eligibilities.append(read) }
      case .indicator: if let read = reader.indicator() { indicators.append(read) }
      }
      functions += reader.functions
      problems.add(reader.problems.findings)
    }
    pending = []
    let replacing = Replacing(plugins)
    problems.add(replacing.resolve(&eligibilities))
    problems.add(replacing.resolve(&indicators))
    problems.add(replacing.targets(of: indicators))
    problems.add(DecisionCircles(eligibilities, in: sources).findings)
    try problems.throwIfErrors()
    self.eligibilities = DefinitionList(eligibilities)
    self.indicators = DefinitionList(indicators)
    do {
      try state.seal()
    } catch {
      throw sealingFailure(error)
    }
  }

  /// The globals of a plugin's scripts, which no other plugin's scripts see.
  func makeEnvironment(with modules: [ScriptModule]) throws(Failure) -> LuaTable {
    do {
      let environment = try state.makeEnvironment()
      try environment.set("require", .function(try requirer(for: modules, in: environment)))
      return environment
    } catch {
      throw failure(error)
    }
  }

  /// Runs a script, which registers its definitions.
  private func define(_ script: Script, in environment: LuaTable) throws(Failure) {
    announced = []
    let file = try run(script, in: environment)
    guard announced.isEmpty else {
      throw Failure(announced.map { Finding.forgottenTable($0.kind, $0.id, in: file) })
    }
  }

  /// Runs a script once.
  func run(_ script: Script, in environment: LuaTable) throws(Failure) -> SourceFile {
    let file = try read(script)
    loadingFile = file
    defer { loadingFile = nil }
    do {
      _ = try state.call(
        try state.load(script.bytes, chunk: "@" + script.path, environment: environment), [],
        results: 0)
    } catch {
      throw failure(error)
    }
    return file
  }

  /// The text of a script, in which no mistake can be seen without running it.
  func read(_ script: Script) throws(Failure) -> SourceFile {
    let file: SourceFile
    do {
      file = try SourceFile.decode(path: script.path, bytes: script.bytes)
    } catch {
      throw Failure(error)
    }
    sources[script.path] = file
    let findings = ScriptScan.findings(in: file, catalog: catalog)
    guard findings.isEmpty else { throw Failure(findings) }
    return file
  }
}

/// Reads one definition's table, collecting all that is wrong with it.
struct DefinitionReader {
  private let pending: PendingDefinition
  private let catalog: Catalog
  private let firstFunction: Int
  private let line: Int
  private(set) var functions: [LuaFunction] = []
  private(set) var problems = FindingList()

  init(_ pending: PendingDefinition, engine: ScriptEngine) {
    self.pending = pending
    catalog = engine.catalog
    firstFunction = engine.functions.count
    line = pending.file.line(of: pending)
  }

  private var span: SourceSpan {
    pending.file.span(of: pending.id, onLine: line) ?? pending.file.span(ofLine: line)
  }

  mutating func eligibility() -> EligibilityDefinition? {
    let entries = entries(knowing: [
      "instrument", "requires", "amount", "from", "to", "title", "zh", "replaces",
    ])
    guard isIdentifier(pending.id) else { return nil }
    let replaces = replaces(entries)
    let name = entries["instrument"] == nil ? pending.id : text("instrument", in: entries)
    let instrument = name.flatMap { catalog.instruments[$0] }
    if let name, instrument == nil {
      problems.add(
        .unknownName(
          name, "instrument", at: place(of: name), known: catalog.instruments.ids))
    }
    let conditions = conditions(entries["requires"])
    let amount = entries["amount"].flatMap { function($0, "amount") }
    let validity = validity(entries)
    guard let instrument, !problems.hasErrors else { return nil }
    return EligibilityDefinition(
      id: pending.id, instrument: instrument, conditions: conditions,
      validity: validity, span: span, plugin: pending.plugin, replaced: replaces, amount: amount)
  }

  mutating func indicator() -> IndicatorDefinition? {
    let entries = entries(knowing: [
      "target", "unit", "value", "from", "to", "title", "zh", "replaces",
    ])
    guard isIdentifier(pending.id) else { return nil }
    let replaces = replaces(entries)
    let target = text("target", in: entries)
    if let target, catalog.targets[target] == nil {
      problems.add(
        .unknownName(target, "target", at: place(of: target), known: catalog.targets.ids))
    }
    let symbol = text("unit", in: entries)
    let unit = symbol.flatMap { catalog.units[$0] }
    if let symbol, unit == nil {
      problems.add(
        .unknownName(
          symbol, "unit", at: place(of: symbol),
          known: catalog.units.units.map(\.symbol).filter { !$0.isEmpty }))
    } else if entries["unit"] == nil {
      problems.add(missing("unit", "the unit of its value, such as `unit = \"%\"`"))
    }
    var value: Int?
    if let given = entries["value"] {
      value = function(given, "value")
    } else {
      problems.add(missing("value", "`value = function(obs, at) … end`"))
    }
    let validity = validity(entries)
    guard let unit, let value, !problems.hasErrors else { return nil }
    return IndicatorDefinition(
      id: pending.id, target: target, unit: unit, validity: validity, span: span,
      plugin: pending.plugin, replaced: replaces, function: value)
  }

  // MARK: Parts

  /// What `replaces` says; which definition that is turns out when all are known.
  private mutating func replaces(_ entries: [String: LuaValue]) -> ReplacedDefinition? {
    guard let name = text("replaces", in: entries) else { return nil }
    if name != pending.id {
      problems.add(
        Finding(
          "script.replaces", "`\(pending.id)` cannot replace `\(name)`", at: place(of: "replaces"),
          notes: ["a replacement keeps the id, so that whatever asks for it finds it"],
          suggestion: "write `\(pending.kind.rawValue) \"\(name)\"`"))
    }
    return ReplacedDefinition(plugin: "", span: place(of: "replaces"))
  }

  private mutating func entries(knowing known: [String]) -> [String: LuaValue] {
    var entries: [String: LuaValue] = [:]
    guard let pairs = try? pending.table.entries() else { return [:] }
    for (key, value) in pairs {
      guard case .string(let name) = key, known.contains(name) else {
        let name = key.shortText
        problems.add(
          Finding(
            "script.unknown-key", "\(pending.kind.article) has no `\(name)`", at: place(of: name),
            suggestion: NearestName.suggestion(for: name, among: known)))
        continue
      }
      entries[name] = value
    }
    return entries
  }

  private mutating func conditions(_ value: LuaValue?) -> [EligibilityDefinition.Condition] {
    guard let value else {
      problems.add(
        missing(
          "requires",
          "the list of conditions, such as `requires = { { \"…\", function(e) … end } }`"))
      return []
    }
    guard case .table(let list) = value, let items = try? list.entries(), !items.isEmpty else {
      problems.add(wrongKind("requires", "a list of conditions", value))
      return []
    }
    var labels: Set<String> = []
    var conditions: [EligibilityDefinition.Condition] = []
    for (key, item) in items {
      guard let condition = condition(item, named: key.shortText) else { continue }
      if !labels.insert(condition.title.en).inserted {
        problems.add(
          Finding(
            "script.duplicate-condition", "two conditions are called `\(condition.title.en)`",
            at: condition.span, notes: ["explanations and tests name conditions by their label"],
            suggestion: "give one of them another label"))
      }
      conditions.append(condition)
    }
    return conditions
  }

  private mutating func condition(
    _ item: LuaValue, named position: String
  ) -> EligibilityDefinition.Condition? {
    guard case .table(let table) = item, let entries = try? table.entries() else {
      problems.add(
        wrongKind(
          "requires", "a condition `{ \"label\", zh = \"…\", function(e, p, at) … end }`", item))
      return nil
    }
    var label: String?
    var zh: String?
    var check: LuaFunction?
    for (key, value) in entries {
      switch (key, value) {
      case (.integer(1), .string(let text)): label = text
      case (.integer(1...2), .function(let function)): check = function
      case (.string("zh"), .string(let text)): zh = text
      case (.string("zh"), _): problems.add(wrongKind("zh", "a text", value))
      default:
        let name = key.shortText
        problems.add(
          Finding(
            "script.condition", "a condition has no `\(name)`", at: place(of: name),
            notes: ["a condition is `{ \"label\", zh = \"…\", function(e, p, at) … end }`"]))
      }
    }
    guard let label, let check else {
      problems.add(
        Finding(
          "script.condition",
          "condition \(position) of `\(pending.id)` has no \(label == nil ? "label" : "function")",
          at: label.flatMap { pending.file.span(of: $0, after: line) } ?? span,
          suggestion: "write `{ \"label\", zh = \"…\", function(e, p, at) return … end }`"))
      return nil
    }
    let start = check.definition?.line ?? line
    return EligibilityDefinition.Condition(
      title: Title(zh: zh ?? label, en: label),
      span: pending.file.span(of: label, after: line) ?? pending.file.span(ofLine: start),
      function: keep(check))
  }

  private mutating func function(_ value: LuaValue, _ name: String) -> Int? {
    guard case .function(let function) = value else {
      problems.add(wrongKind(name, "a function", value))
      return nil
    }
    return keep(function)
  }

  private mutating func keep(_ function: LuaFunction) -> Int {
    functions.append(function)
    return firstFunction + functions.count - 1
  }

  private mutating func text(_ name: String, in entries: [String: LuaValue]) -> String? {
    guard let value = entries[name] else { return nil }
    if case .string(let text) = value { return text }
    problems.add(wrongKind(name, "a text", value))
    return nil
  }

  private mutating func validity(_ entries: [String: LuaValue]) -> Validity {
    var dates: [String: CalendarDate] = [:]
    for name in ["from", "to"] {
      guard let text = text(name, in: entries) else { continue }
      do {
        dates[name] = try CalendarDate(parsing: text)
      } catch {
        problems.add(
          Finding(
            "script.date", "`\(name)` is not a date: \(error.message)", at: place(of: text),
            suggestion: "write it as `\(name) = \"2026-01-01\"`"))
      }
    }
    if let from = dates["from"], let to = dates["to"], to < from {
      problems.add(
        Finding("script.date", "`to` (\(to)) is before `from` (\(from))", at: place(of: "to")))
    }
    return Validity(from: dates["from"], to: dates["to"])
  }

  private mutating func isIdentifier(_ id: String) -> Bool {
    let valid = id.first?.isASCIILowercase == true && id.allSatisfy(\.isASCIIIdentifier)
    if !valid {
      problems.add(
        Finding(
          "script.id", "`\(id)` is not an id", at: span,
          suggestion: "use lower-case letters, digits and underscores, beginning with a letter"))
    }
    return valid
  }

  private func place(of word: String) -> SourceSpan {
    pending.file.span(of: word, after: line) ?? span
  }

  private func missing(_ name: String, _ what: String) -> Finding {
    Finding(
      "script.missing-key", "\(pending.kind.rawValue) `\(pending.id)` has no `\(name)`", at: span,
      suggestion: "add \(what)")
  }

  private func wrongKind(_ name: String, _ expected: String, _ value: LuaValue) -> Finding {
    Finding(
      "script.wrong-kind", "`\(name)` must be \(expected), not \(value.kindText)",
      at: place(of: name))
  }
}

extension PendingDefinition.Kind {
  var article: String {
    switch self {
    case .eligibility: "an eligibility"
    case .indicator: "an indicator"
    }
  }

  /// The folder of a plugin that holds its scripts.
  var folder: String {
    switch self {
    case .eligibility: "eligibility"
    case .indicator: "indicators"
    }
  }
}

extension Character {
  fileprivate var isASCIILowercase: Bool { isASCII && isLowercase }
  fileprivate var isASCIIIdentifier: Bool {
    isASCIILowercase || (isASCII && isNumber) || self == "_"
  }
}

extension SourceFile {
  /// The line on which `kind "id"` stands, or 1.
  fileprivate func line(of definition: PendingDefinition) -> Int {
    let quoted = ["\"\(definition.id)\"", "'\(definition.id)'"]
    let places = lines.indices.filter { position in
      let line = lines[position]
      let code = line.firstRange(of: "--").map { line[..<$0.lowerBound] } ?? line
      return code.contains(definition.kind.rawValue) && quoted.contains { code.contains($0) }
    }
    return (places.dropFirst(definition.earlier).first ?? places.last ?? 0) + 1
  }

  /// The first place of a word on or after a line.
  func span(of word: String, after line: Int) -> SourceSpan? {
    guard !lines.isEmpty, line <= lines.count else { return nil }
    for number in line...lines.count {
      if let span = span(of: word, onLine: number) { return span }
    }
    return nil
  }
}
