// Values as an analyst wants to see them.

import Yardstick

/// Writes values of the prompt.
struct ValuePrinter {
  let workspace: Workspace
  let language: Language
  let style: Style
  let width: Int?

  /// How many rows of a table are shown to people; files get all.
  static let mostRows = 40

  init(_ session: PromptSession) {
    workspace = session.workspace
    language = session.settings.language
    style = session.settings.style
    width = session.settings.width()
  }

  func print(_ value: PromptValue) -> PrintedValue {
    switch value {
    case .quantity(let quantity, let reading?): read(quantity, reading)
    case .series(let id, let area): series(id, area)
    case .subject(let subject): self.subject(subject)
    case .parameters(let instrument, let moment): parameters(of: instrument, moment)
    case .decision(let decision): report(decision) ?? one(value)
    case .assessment(let assessment): report(assessment) ?? one(value)
    case .table(let table): self.table(table)
    default: one(value)
    }
  }

  func label(_ en: String, _ zh: String) -> String { language.text(en: en, zh: zh) }

  // MARK: Single values

  private func one(_ value: PromptValue) -> PrintedValue {
    let text = ValueText.text(value)
    return PrintedValue(
      text: ValueText.short(value).terminated,
      table: TextTable([.init(label("value", "值"))], rows: [[text]]),
      json: ValueText.json(value))
  }

  /// A quantity that was read, with where it was published.
  private func read(_ quantity: Quantity, _ reading: Reading) -> PrintedValue {
    guard case .observation(let series, let area, let period, _) = reading.source,
      let found = workspace.observations.preferred(series: series, area: area, period: period)
    else { return one(.quantity(quantity)) }
    let source = workspace.observations.source(found.source)
    let about = [
      "\(series)[\(period)] \(area)", found.status.rawValue,
      source.map { "\($0.publisher) \($0.title)" } ?? found.source,
      source?.date.map { "\($0)" } ?? "",
    ].filter { !$0.isEmpty }
    return PrintedValue(
      text: "\(quantity)  " + style.dim(about.joined(separator: " · ")) + "\n",
      table: TextTable(
        ["value", "series", "area", "period", "status", "source"].map { .init($0) },
        rows: [["\(quantity)", series, area, "\(period)", found.status.rawValue, found.source]]),
      json: [
        "value": .decimal(quantity.amount), "unit": .string(quantity.unit.symbol),
        "series": .string(series), "area": .string(area), "period": .string("\(period)"),
        "status": .string(found.status.rawValue), "source": .string(found.source),
      ])
  }

  // MARK: What the catalogue and the data know

  private func series(_ id: String, _ area: String) -> PrintedValue {
    SeriesReport(id, area: area, in: workspace, language: language).printed(style: style, width)
  }

  private func subject(_ subject: Subject) -> PrintedValue {
    guard let kind = workspace.catalog.subjects[subject.kind] else {
      return one(.subject(subject))
    }
    var table = TextTable([
      .init(label("field", "字段")), .init(label("value", "值")), .init(label("title", "名称")),
    ])
    var members: [JSONValue.Member] = []
    for (field, value) in zip(kind.fields, subject.values) {
      let text = ValueText.text(value)
      table.add([
        .init(field.name),
        value == .missing ? .init(label("missing", "缺少"), .dim) : .init(text),
        .init(language.titles(field.title)),
      ])
      members.append(
        .init(field.name, value == .missing ? .null : ValueText.json(PromptValue(value))))
    }
    return PrintedValue(
      text: table.text(width: width, style: style), table: table, json: .object(members))
  }

  private func parameters(of id: String, _ moment: Moment) -> PrintedValue {
    var table = TextTable([
      .init(label("parameter", "参数")), .init(label("value", "值"), .right),
      .init(label("title", "名称")), .init(label("local rule", "地方权限")),
    ])
    var members: [JSONValue.Member] = []
    for parameter in workspace.catalog.instruments[id]?.parameters ?? [] {
      let version = parameter.version(on: moment.date)
      let value = version.map { "\($0.value)" } ?? label("open", "未定")
      table.add([
        parameter.name, value, language.titles(parameter.title), language.local(parameter.local),
      ])
      members.append(.init(parameter.name, version == nil ? .null : .string(value)))
    }
    return PrintedValue(
      text: table.text(width: width, style: style), table: table, json: .object(members))
  }

  // MARK: Decisions and assessments

  private func report(_ decision: PromptDecision) -> PrintedValue? {
    guard decision.isCurrent,
      let explained = try? workspace.explain(
        decision.eligibility, on: decision.subject, at: decision.moment, tellsSources: false,
        language: language)
    else { return nil }
    return printed(explained)
  }

  private func report(_ assessment: PromptAssessment) -> PrintedValue? {
    guard assessment.isCurrent,
      let explained = try? workspace.explain(
        assessment.target, at: assessment.moment, language: language)
    else { return nil }
    return printed(explained)
  }

  func printed(_ explained: ExplainedResult) -> PrintedValue {
    PrintedValue(
      text: explained.text(style), table: explained.table, json: explained.json,
      markdown: explained.markdown)
  }
}
