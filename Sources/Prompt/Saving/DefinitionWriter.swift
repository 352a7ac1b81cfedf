// From what was prototyped to a script and a suite.

import Yardstick

/// Makes a script and a suite from what a session has tried.
struct DefinitionWriter {
  private let session: PromptSession

  init(_ session: PromptSession) { self.session = session }

  /// A definition as files, with a suite that holds the values that it has now.
  ///
  /// - Throws: a `Failure` when nothing of the name was tried, or it cannot stand by itself.
  func definition(
    _ kind: PromptDefinition.Kind, _ id: String
  ) throws(Failure) -> NewDefinition {
    let body: String
    if let entry = session.definitions[PromptDefinition(kind, id)] {
      body = entry
    } else if kind == .indicator {
      body = try indicator(id)
    } else {
      throw Failure(
        Finding(
          "prompt.save", "no \(kind.rawValue) `\(id)` was defined in this session",
          suggestion: NearestName.suggestion(
            for: id, among: Set(session.definitions.keys.filter { $0.kind == kind }.map(\.id)))
            ?? "define it at the prompt first"))
    }
    let script = try locals(for: body) + body.terminated
    let suite =
      switch kind {
      case .indicator: try indicatorSuite(id)
      case .eligibility: try eligibilitySuite(id)
      }
    return NewDefinition(kind: kind, id: id, script: script, suite: suite)
  }

  // MARK: The script

  /// The last expression as an indicator; it is defined in the session, too.
  private func indicator(_ id: String) throws(Failure) -> String {
    guard let last = session.last, case .quantity(let quantity, _)? = last.values.first else {
      throw Failure(
        Finding(
          "prompt.save", "no indicator `\(id)` was defined, and the last result is no quantity",
          suggestion: "type the expression once more, or define the indicator"))
    }
    let unit = quantity.unit.isPlain ? "" : quantity.unit.symbol
    let text = """
      indicator "\(id)" {
        unit  = "\(unit)",
        value = function(obs, at) return \(last.entry.trimmed) end,
      }
      """
    let outcome = try session.evaluate(text, isKept: true)
    if case .failed(let failure) = outcome.result { throw failure }
    return text
  }

  /// The variables of the session that a text uses, as locals above it.
  private func locals(for text: String) throws(Failure) -> String {
    var needed: [String] = []
    var texts: [String: String] = [:]
    var open = [text]
    while let next = open.popLast() {
      let names = Set(next.names)
      for variable in session.variables.map(\.name) + session.numbered
      where names.contains(variable) {
        guard texts[variable] == nil else { continue }
        guard let assigned = session.assignment(of: variable) else {
          throw Failure(
            Finding(
              "prompt.save", "the definition uses `\(variable)`, which only this session has",
              suggestion: "write its value into the definition, or set it by itself as "
                + "`\(variable) = …`"))
        }
        texts[variable] = assigned
        needed.append(variable)
        open.append(String(assigned.drop { $0 != "=" && $0 != "(" }))
      }
    }
    // What was set first may be used by what was set later.
    let order = session.variables.map(\.name)
    return needed.sorted { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
      .map { "local \(texts[$0]?.trimmed ?? "")\n" }.joined() + (needed.isEmpty ? "" : "\n")
  }

  // MARK: The suites

  private func indicatorSuite(_ id: String) throws(Failure) -> String {
    let moment = session.moment
    let facts = try session.workspace.evaluator.compute(id, at: moment)
    guard let value = facts.value else {
      throw Failure(
        Finding(
          "prompt.save", "`\(id)` has no value in \(moment.period), so there is nothing to expect",
          notes: facts.trace.gaps.map { "missing: \($0.text)" },
          suggestion: "choose another period with `:at`"))
    }
    let rows = facts.trace.readings.compactMap { reading -> String? in
      guard case .observation(let series, let area, let period, _) = reading.source,
        case .quantity(let value) = reading.value
      else { return nil }
      return "    { series = \"\(series)\", area = \"\(area)\", period = \"\(period)\", "
        + "value = \"\(value)\" },"
    }
    return """
      -- What `\(id)` came to at the prompt, on the figures that it read there.
      suite "\(id)" {
        at   = "\(moment.period)",
        area = "\(moment.area)",
        observations = {
      \(rows.joined(separator: "\n"))
        },
        { "as seen at the prompt", expect = { value = "\(expected(value))" } },
        { "without figures", observations = {}, expect = { value = missing } },
      }

      """
  }

  /// A value as it is, or rounded where it has more digits than people read.
  private func expected(_ value: Quantity) -> String {
    let text = "\(value)"
    guard text.count > 16, let rounded = try? value.rounded(toPlaces: 4, in: value.unit) else {
      return text
    }
    return "~ " + rounded.formatted(minimumPlaces: 4)
  }

  private func eligibilitySuite(_ id: String) throws(Failure) -> String {
    guard let subject = session.subject else { throw Failure(.noSubject) }
    let decision = try session.workspace.evaluator.decide(id, on: subject, at: session.moment)
    let kind = session.workspace.catalog.subjects[subject.kind]
    let fields = zip(kind?.fields ?? [], subject.values).compactMap { field, value -> String? in
      switch value {
      case .missing: nil
      case .boolean, .integer, .year: "\(field.name) = \(ValueText.text(value))"
      default: "\(field.name) = \"\(ValueText.text(value))\""
      }
    }
    var parts = ["status = \"\(decision.status.rawValue)\""]
    if let amount = decision.amount { parts.append("amount = \"\(amount)\"") }
    func list(_ name: String, _ texts: [String]) {
      guard !texts.isEmpty else { return }
      parts.append("\(name) = { " + texts.map { "\"\($0)\"" }.joined(separator: ", ") + " }")
    }
    list("unmet", decision.conditions.filter { $0.outcome == .unmet }.map(\.title.en))
    list("missing", decision.missing)
    list("open", decision.open)
    return """
      -- What `\(id)` decided at the prompt.
      suite "\(id)" {
        at    = "\(session.moment.period)",
        area  = "\(session.moment.area)",
        given = {
          \(fields.joined(separator: ",\n    ")),
        },
        { "as seen at the prompt", expect = { \(parts.joined(separator: ", ")) } },
      }

      """
  }
}

extension String {
  /// The names in a text of Lua, those in texts and comments included.
  fileprivate var names: [String] {
    split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "_" }.map(String.init)
  }
}
