// What lines of a prompt see besides the API of scripts.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities

/// What went wrong in an evaluation that a line asked for, with words for a line that catches it.
struct RelayedFailure: Error, CustomStringConvertible {
  let failure: Failure

  var description: String { failure.findings.first?.message ?? "the evaluation failed" }
}

extension ScriptEngine {
  /// The session, which begins when it is first needed.
  func promptMemory() throws(LuaError) -> PromptMemory {
    if let prompt { return prompt }
    let session = PromptMemory(
      globals: try state.makeTable(), library: try state.makeEnvironment(), catalog: catalog)
    session.types = PromptTypes(
      subject: try state.register(try subjectType(session)),
      parameters: try state.register(try parametersType(session)),
      decision: try state.register(decisionType(session)),
      assessment: try state.register(assessmentType(session)))
    for (name, answer) in promptFunctions(session) {
      let function = try state.function(name) { [unowned self, unowned session] call in
        guard let current = session.current, context === current.context else {
          throw ScriptError.onlyInLines(name)
        }
        let arguments = try call.arguments
        do {
          return try answer(PromptCall(name: name, arguments: arguments, line: current.line))
        } catch let failure as Failure {
          throw RelayedFailure(failure: failure)
        }
      }
      try session.library.set(name, .function(function))
    }
    try session.library.set("require", .function(try promptRequirer()))
    let prelude = try state.load(PromptPrelude.text, chunk: "=" + PromptPrelude.name)
    let word = try state.function("prompt") { [unowned self, unowned session] call in
      try self.word(try call.argument(1), session)
    }
    let count = try state.function("subjects") { [unowned session] _ in
      .integer(Int64(session.subjects.register.count))
    }
    let at = try state.function("subjects") { [unowned session] call in
      guard case .integer(let position) = try call.argument(0) else { return .nil }
      let register = session.subjects.register
      guard position >= 1, position <= Int64(register.count) else { return .nil }
      return .object(
        HostObject(type: session.types.subject, b: UInt64(register[Int(position) - 1])))
    }
    let runner = try state.result(
      of: prelude,
      [
        .table(session.globals), .table(session.library), .function(word), .function(count),
        .function(at),
      ])
    if case .function(let runner) = runner { session.runner = runner }
    if case .table(let list) = try session.library.get("subjects") { session.subjectList = list }
    prompt = session
    return session
  }

  /// A global that is neither the session's nor the library's.
  private func word(_ key: LuaValue, _ session: PromptMemory) throws -> LuaValue {
    guard case .string(let name) = key, ["at", "e", "obs"].contains(name) else { return .nil }
    guard let current = session.current, context === current.context else {
      throw ScriptError.onlyInLines(name)
    }
    switch name {
    case "at": return momentValue(current.line.moment)
    case "obs": return observer(of: current.line.moment.area)
    default:
      guard let subject = current.subject else { throw ScriptError.noSubject("e") }
      return .object(subject)
    }
  }

  // MARK: Functions

  private func promptFunctions(
    _ session: PromptMemory
  ) -> [(String, (PromptCall) throws -> LuaValue)] {
    [
      ("assess", { [unowned self, unowned session] in try assess($0, session) }),
      ("decide", { [unowned self, unowned session] in try decide($0, session) }),
      ("p", { [unowned self, unowned session] in try parameters($0, session) }),
      ("subject", { [unowned session] in try Self.subject($0, session) }),
      ("value", { [unowned self] in try value($0) }),
    ]
  }

  private func decide(_ call: PromptCall, _ session: PromptMemory) throws -> LuaValue {
    let id = try call.name(of: "an eligibility", known: eligibilities.ids)
    var subject = session.current?.subject
    var moment = call.line.moment
    for argument in call.arguments.dropFirst() {
      if case .object(let object) = argument, object.type == session.types.subject {
        subject = object
      } else {
        moment = try self.moment(argument, call)
      }
    }
    guard let subject else { throw ScriptError.noSubject(id) }
    return try decide(id, subject, moment, session)
  }

  /// The decision on a subject, as an object.
  func decide(
    _ id: String, _ subject: HostObject, _ moment: Moment, _ session: PromptMemory
  ) throws -> LuaValue {
    guard let subject = session.subjects[Int(clamping: subject.b)], let promptHost else {
      return .nil
    }
    let decision = try promptHost.promptDecision(id, on: subject, at: moment)
    return .object(
      HostObject(
        type: session.types.decision, a: UInt32(truncatingIfNeeded: session.revision),
        b: session.decisions.add(decision)))
  }

  private func assess(_ call: PromptCall, _ session: PromptMemory) throws -> LuaValue {
    let id = try call.name(of: "a target", known: catalog.targets.ids)
    let moment = try moment(call.argument(1), call)
    guard let promptHost else { return .nil }
    let assessment = try promptHost.promptAssessment(id, at: moment, by: call.line.assessing)
    return .object(
      HostObject(
        type: session.types.assessment, a: UInt32(truncatingIfNeeded: session.revision),
        b: session.assessments.add(assessment)))
  }

  private func value(_ call: PromptCall) throws -> LuaValue {
    let id = try call.name(of: "an indicator", known: indicators.ids)
    let moment = try moment(call.argument(1), call)
    let facts = try evaluate(try indicators.definition(id, on: moment.date), at: moment)
    if let value = facts.value { return .quantity(value) }
    for gap in facts.trace.gaps { context?.note(gap) }
    throw LuaError(
      .missing,
      "`\(id)` cannot be computed: \(facts.trace.gaps.map(\.sentence).joined(separator: ", "))")
  }

  private func parameters(_ call: PromptCall, _ session: PromptMemory) throws -> LuaValue {
    let id = try call.name(of: "an instrument", known: catalog.instruments.ids)
    return .object(
      HostObject(
        type: session.types.parameters, a: UInt32(clamping: instrumentPositions[id] ?? 0),
        b: MomentCode.encode(call.line.moment.period)))
  }

  private static func subject(_ call: PromptCall, _ session: PromptMemory) throws -> LuaValue {
    guard case .string(let key) = call.argument(0) else {
      throw ScriptError(
        message: "`subject` needs the key of a subject", word: "subject",
        suggestion: "write it in quotes, as in `subject \"E0000001\"`")
    }
    if let place = session.subjects.place(ofKey: key) {
      return .object(HostObject(type: session.types.subject, b: UInt64(place)))
    }
    guard !session.subjects.register.isEmpty else {
      throw ScriptError(
        message: "no subjects are loaded", word: "subject",
        suggestion: "load a register with `:subjects FILE`")
    }
    throw ScriptError(
      message: "there is no subject `\(key)` among the"
        + " \(session.subjects.register.count) that are loaded", word: key,
      suggestion: NearestName.of(key, among: session.subjects.keys(like: key))
        .map { "did you mean `\($0)`?" })
  }

  // MARK: Arguments

  /// The moment that an argument stands for; the line's when there is none.
  private func moment(_ argument: LuaValue, _ call: PromptCall) throws -> Moment {
    switch argument {
    case .nil: return call.line.moment
    case .object(let object) where object.type == types.moment: return moment(object)
    case .integer, .string: return Moment(period: try period(argument), area: call.line.moment.area)
    default:
      throw ScriptError(
        message: "`\(call.name)` is asked for a period, not for \(argument.kindText)",
        word: call.name,
        suggestion: "write `at`, `at - 1`, a year such as 2025 or a text such as \"2025-Q1\"")
    }
  }

  /// The period in a handle, in the area of the line or of the catalogue.
  func promptMoment(code: UInt64) -> Moment {
    Moment(
      period: MomentCode.decode(code) ?? Period(year: 1),
      area: prompt?.current?.line.moment.area ?? catalog.header.area)
  }

  // MARK: Modules

  /// `require` of lines, which finds the modules of all plugins, each loaded anew for the session.
  private func promptRequirer() throws(LuaError) -> LuaFunction {
    var requirers: [Int: LuaFunction] = [:]
    return try state.function("require") { [unowned self] call in
      guard case .string(let given) = try call.argument(0) else {
        throw ScriptError(
          message: "`require` needs the name of a module", word: "require",
          suggestion: "write `rates = require \"rates\"`")
      }
      let name = try moduleName(given)
      guard
        let owner = moduleSets.lastIndex(where: { $0.modules.contains { $0.name == name } })
      else { throw unknownModule(given) }
      if requirers[owner] == nil {
        let modules = moduleSets[owner].modules
        let environment = try state.makeEnvironment()
        let requirer = try requirer(for: modules, in: environment)
        try environment.set("require", .function(requirer))
        requirers[owner] = requirer
      }
      guard let requirer = requirers[owner] else { return .nil }
      return try state.result(of: requirer, [.string(given)])
    }
  }

  private func unknownModule(_ given: String) -> ScriptError {
    let known = moduleSets.flatMap { set in set.modules.map { (set.plugin, $0.name) } }
    let list = known.map { "`\($1)` of `\($0)`" }.joined(separator: ", ")
    return ScriptError(
      message: "no plugin has a module `\(given)`", word: given,
      notes: [known.isEmpty ? "no plugin has modules" : "there are \(list)"],
      suggestion: NearestName.of(given.replacing(".", with: "/"), among: known.map(\.1))
        .map { "did you mean `\($0)`?" })
  }
}

/// A call of one of the prompt's functions.
struct PromptCall {
  let name: String
  let arguments: [LuaValue]
  let line: PromptLine

  func argument(_ position: Int) -> LuaValue {
    arguments.indices.contains(position) ? arguments[position] : .nil
  }

  /// The id that is the first argument.
  func name(of what: String, known: [String]) throws -> String {
    guard case .string(let id) = argument(0) else {
      throw ScriptError(
        message: "`\(name)` needs the id of \(what)", word: name,
        suggestion: known.first.map { "write it in quotes, as in `\(name) \"\($0)\"`" })
    }
    guard known.contains(id) else {
      let kind = what.split(separator: " ").last.map(String.init) ?? what
      throw ScriptError(
        message: "there is no \(kind) `\(id)`", word: id,
        suggestion: NearestName.suggestion(for: id, among: known))
    }
    return id
  }
}

extension ScriptError {
  static func onlyInLines(_ name: String) -> ScriptError {
    let isWord = ["at", "e", "obs"].contains(name)
    return ScriptError(
      message: "`\(name)` of the prompt is not seen inside a definition", word: name,
      suggestion: isWord
        ? "take it as an argument, as in `function(\(name == "e" ? "e, p, at" : "obs, at")) … end`"
        : name == "decide"
          ? "write `e:decision(\"id\")`"
          : "use what `e`, `p`, `obs` and `at` give")
  }

  static func noSubject(_ word: String) -> ScriptError {
    ScriptError(
      message: "there is no current subject", word: word,
      suggestion: "load a register with `:subjects FILE`, then choose one with `subject \"ID\"`")
  }
}

extension Gap {
  /// What is missing, as part of a sentence.
  var sentence: String {
    switch self {
    case .field(let name): "`\(name)` is missing"
    case .openParameter(let name): "`\(name)` is left to local rules"
    case .observation(let series, let area, let period):
      "there is no observation of `\(series)` for \(area) in \(period)"
    case .boundOnly(let series, let area, let period):
      "of `\(series)` for \(area) in \(period) only a bound is published"
    case .decision(let id): "the decision on `\(id)` is undetermined"
    }
  }

  /// The name that a script writes for it.
  var word: String {
    switch self {
    case .field(let name), .openParameter(let name), .decision(let name): name
    case .observation(let series, _, _), .boundOnly(let series, _, _): series
    }
  }
}
