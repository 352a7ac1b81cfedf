// Subjects, parameters, decisions and assessments as lines of a prompt see them.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities

extension ScriptEngine {
  // MARK: Subjects

  /// A subject that a line holds, with the fields and methods that definitions know from `e`.
  func subjectType(_ session: PromptMemory) throws(LuaError) -> HostObjectType {
    let get = try state.function("get") { [unowned self, unowned session] call in
      let (object, name) = try Self.methodArguments(call, "get", "e:get(\"field\", 0)")
      let (kind, position, subject) = try field(name, of: object, session)
      let value = subjectValue(subject.values[position], position, kind, session)
      return if let value { value } else { try call.argument(2) }
    }
    let decision = try state.function("decision") { [unowned self, unowned session] call in
      let (object, id) = try Self.methodArguments(call, "decision", "e:decision(\"id\")")
      guard let current = session.current, context === current.context else {
        throw ScriptError.onlyInLines("decide")
      }
      let checked = PromptCall(name: "decision", arguments: [.string(id)], line: current.line)
      do {
        return try decide(
          try checked.name(of: "an eligibility", known: eligibilities.ids), object,
          current.line.moment, session)
      } catch let failure as Failure {
        throw RelayedFailure(failure: failure)
      }
    }
    return HostObjectType(
      name: "subject",
      index: { [unowned self, unowned session] object, key in
        switch key {
        case .string("get"): return .function(get)
        case .string("decision"): return .function(decision)
        default: break
        }
        let (kind, position, subject) = try field(key.shortText, of: object, session)
        if let value = subjectValue(subject.values[position], position, kind, session) {
          return value
        }
        context?.note(Gap.field(kind.fields[position].name))
        let whose = subject.key.isEmpty ? "the subject" : subject.key
        throw LuaError(.missing, "`\(kind.fields[position].name)` of \(whose) is missing")
      },
      describe: { [unowned session] object in
        session.subjects[Int(clamping: object.b)].map { "subject \($0.key)" } ?? "subject"
      })
  }

  private func field(
    _ name: String, of object: HostObject, _ session: PromptMemory
  ) throws -> (SubjectKind, Int, Subject) {
    guard object.type == session.types.subject,
      let subject = session.subjects[Int(clamping: object.b)],
      let kind = catalog.subjects[subject.kind]
    else { throw ScriptError(message: "this is no subject") }
    guard let position = kind.position(of: name), subject.values.indices.contains(position) else {
      throw ScriptError(
        message: "\(kind.id) has no field `\(name)`", word: name,
        suggestion: NearestName.suggestion(for: name, among: kind.fields.map(\.name)))
    }
    return (kind, position, subject)
  }

  private func subjectValue(
    _ value: FieldValue, _ position: Int, _ kind: SubjectKind, _ session: PromptMemory
  ) -> LuaValue? {
    switch value {
    case .missing: nil
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .year(let year): .integer(Int64(year))
    case .quantity(let quantity):
      .quantity(quantity, origin: session.readings.origin(ofField: position, of: kind.id))
    case .date(let date): .object(dateValue(date))
    case .text(let text), .enumeration(let text), .area(let text): .string(text)
    }
  }

  private static func methodArguments(
    _ call: borrowing HostCall, _ name: String, _ example: String
  ) throws -> (HostObject, String) {
    guard case .object(let object) = try call.argument(0),
      case .string(let text) = try call.argument(1)
    else {
      throw ScriptError(
        message: "`\(name)` is called with a colon and a name", word: name,
        suggestion: "write `\(example)`")
    }
    return (object, text)
  }

  // MARK: Parameters

  /// The parameters of an instrument at a moment, as definitions know them from `p`.
  func parametersType(_ session: PromptMemory) throws(LuaError) -> HostObjectType {
    let get = try state.function("get") { [unowned self, unowned session] call in
      let (object, name) = try Self.methodArguments(call, "get", "p:get(\"rate\", 0)")
      guard object.type == session.types.parameters else {
        throw ScriptError(message: "these are no parameters", word: "get")
      }
      let value = try parameterValue(name, of: object, session)
      return if let value { value } else { try call.argument(2) }
    }
    return HostObjectType(
      name: "parameters",
      index: { [unowned self, unowned session] object, key in
        if case .string("get") = key { return .function(get) }
        if let value = try parameterValue(key.shortText, of: object, session) { return value }
        context?.note(Gap.openParameter(key.shortText))
        let instrument = catalog.instruments[Int(object.a)].id
        throw LuaError(
          .missing, "`\(key.shortText)` of `\(instrument)` is left to local rules")
      },
      describe: { [unowned self] in "parameters of \(catalog.instruments[Int($0.a)].id)" })
  }

  /// The value of a parameter; `nil` when it is left to local rules.
  private func parameterValue(
    _ name: String, of object: HostObject, _ session: PromptMemory
  ) throws -> LuaValue? {
    let instrument = catalog.instruments[Int(object.a)]
    guard let position = instrument.parameters.firstIndex(where: { $0.name == name }) else {
      throw ScriptError(
        message: "instrument `\(instrument.id)` has no parameter `\(name)`", word: name,
        suggestion: NearestName.suggestion(for: name, among: instrument.parameters.map(\.name)))
    }
    let parameter = instrument.parameters[position]
    let date = promptMoment(code: object.b).date
    switch parameter.version(on: date)?.value {
    case .quantity(let quantity)?:
      return .quantity(
        quantity, origin: session.readings.origin(ofParameter: position, of: instrument.id))
    case .scale?: return .object(scaleHandle(position, of: instrument))
    case nil:
      guard parameter.isOpen(on: date) else {
        throw RelayedFailure(failure: Failure(.parameterNotInForce(parameter, instrument, date)))
      }
      return nil
    }
  }

  // MARK: Decisions

  func decisionType(_ session: PromptMemory) -> HostObjectType {
    let members = [
      "amount", "at", "capped_by", "computed", "eligibility", "eligible", "met", "missing", "open",
      "payable", "status", "subject", "unknown", "unmet",
    ]
    return HostObjectType(
      name: "decision",
      index: { [unowned self, unowned session] object, key in
        guard let decision = session.decisions[object.b] else {
          throw ScriptError.givenUp("decision")
        }
        guard case .string(let name) = key else {
          throw ScriptError.noMember(key, of: "a decision", known: members)
        }
        switch name {
        case "eligibility": return .string(decision.eligibility)
        case "status": return .string(decision.status)
        case "at": return momentValue(decision.moment)
        case "subject":
          return .object(
            HostObject(
              type: session.types.subject, b: UInt64(session.subjects.place(of: decision.subject))))
        case "eligible":
          if decision.status == "undetermined" { throw undetermined(decision) }
          return .boolean(decision.status == "eligible")
        case "amount": return try amount(decision.amount, decision, session)
        case "payable": return try amount(decision.payable, decision, session)
        case "computed": return decision.computed.map { .quantity($0) } ?? .nil
        case "capped_by": return decision.cappedBy.map { .string($0) } ?? .nil
        case "met": return try list(decision.met)
        case "unmet": return try list(decision.unmet)
        case "unknown": return try list(decision.unknown)
        case "missing": return try list(decision.missing)
        case "open": return try list(decision.open)
        default: throw ScriptError.noMember(key, of: "a decision", known: members)
        }
      },
      describe: { [unowned session] object in
        session.decisions[object.b].map { "decision on \($0.eligibility): \($0.status)" }
          ?? "decision"
      })
  }

  /// What is paid: zero when nothing is due, and missing when that is not known.
  private func amount(
    _ amount: Quantity?, _ decision: PromptDecision, _ session: PromptMemory
  ) throws -> LuaValue {
    if let amount {
      let reading = Reading(
        source: .decision, name: decision.eligibility, value: .quantity(amount))
      return .quantity(amount, origin: session.readings.note(reading))
    }
    switch decision.status {
    case "undetermined": throw undetermined(decision)
    case "ineligible": return .quantity(zero(of: decision))
    default:
      context?.note(Gap.decision(decision.eligibility))
      throw LuaError(
        .missing,
        decision.open.isEmpty
          ? "`\(decision.eligibility)` has no amount"
          : "`\(decision.eligibility)` has no amount while"
            + " \(decision.open.map { "`\($0)`" }.joined(separator: ", ")) is left to local rules")
    }
  }

  private func zero(of decision: PromptDecision) -> Quantity {
    let instrument = eligibilities.versions(of: decision.eligibility).first?.instrument
    let yuan = catalog.units["元"] ?? .none
    let cap = instrument?.parameter("cap")?.unit ?? yuan
    let unit = cap.dimension == yuan.dimension ? yuan : cap
    return Quantity(value: .zero, unit: unit)
  }

  private func undetermined(_ decision: PromptDecision) -> LuaError {
    context?.note(Gap.decision(decision.eligibility))
    let whose = decision.subject.key.isEmpty ? "" : " on \(decision.subject.key)"
    let missing = decision.missing.map { "`\($0)`" }.joined(separator: ", ")
    return LuaError(
      .missing,
      "the decision\(whose) under `\(decision.eligibility)` is undetermined without \(missing)")
  }

  private func list(_ texts: [String]) throws -> LuaValue {
    .table(
      try state.makeTable(
        texts.enumerated().map { (.integer(Int64($0 + 1)), .string($1)) }))
  }

  // MARK: Assessments

  func assessmentType(_ session: PromptMemory) -> HostObjectType {
    let members = [
      "at", "distance", "missing", "pace", "period", "relative_distance", "status", "target",
      "value",
    ]
    return HostObjectType(
      name: "assessment",
      index: { [unowned self, unowned session] object, key in
        guard let assessment = session.assessments[object.b] else {
          throw ScriptError.givenUp("assessment")
        }
        guard case .string(let name) = key else {
          throw ScriptError.noMember(key, of: "an assessment", known: members)
        }
        switch name {
        case "target": return .string(assessment.target)
        case "status": return .string(assessment.status)
        case "at": return momentValue(assessment.moment)
        case "period": return assessment.period.map { .string($0.description) } ?? .nil
        case "missing": return try list(assessment.missing)
        case "value": return try known(assessment.value, name, assessment)
        case "distance": return try known(assessment.distance, name, assessment)
        case "relative_distance": return try known(assessment.relativeDistance, name, assessment)
        case "pace": return try known(assessment.pace, name, assessment)
        default: throw ScriptError.noMember(key, of: "an assessment", known: members)
        }
      },
      describe: { [unowned session] object in
        session.assessments[object.b].map { "assessment of \($0.target): \($0.status)" }
          ?? "assessment"
      })
  }

  private func known(
    _ value: Quantity?, _ name: String, _ assessment: PromptAssessment
  ) throws(LuaError) -> LuaValue {
    if let value { return .quantity(value) }
    let needs = assessment.missing.joined(separator: ", ")
    throw LuaError(
      .missing,
      "the assessment of `\(assessment.target)` has no `\(name)`"
        + (needs.isEmpty ? "" : " without \(needs)"))
  }

  /// A host object as `tostring` words it.
  func words(for object: HostObject) -> String {
    (try? state.text(of: .object(object))) ?? "an object"
  }
}

extension ScriptError {
  fileprivate static func givenUp(_ what: String) -> ScriptError {
    ScriptError(
      message: "this \(what) is too old to be kept", word: nil,
      suggestion: "ask for it again; only the latest \(what)s are kept")
  }
}
