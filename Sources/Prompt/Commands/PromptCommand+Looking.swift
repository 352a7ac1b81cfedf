// Commands that look things up: `?`, `??`, `:find`, `:type`, `:why`, `:diff`, `:history`.

import Yardstick

extension PromptCommand {
  static let looking: [PromptCommand] = [
    PromptCommand(
      name: "find", usage: "WORD", argument: .text,
      en: "search titles and ids, in Chinese or English", zh: "按中文、英文或标识查找"
    ) { session, word throws(Failure) in
      guard !word.isEmpty else { throw needs("find", "a word", example: "研发") }
      return PromptReply(output: try CatalogSearch(session).text(for: word))
    },
    PromptCommand(
      name: "type", usage: "EXPR", argument: .expression,
      en: "what kind of value an expression has",
      zh: "表达式的类型"
    ) { session, text throws(Failure) in
      guard !text.isEmpty else { throw needs("type", "an expression", example: "obs.gdp[at]") }
      let values = try session.values(of: text)
      return PromptReply(
        output: values.map { ValueKind.text($0, in: session.workspace.catalog) + "\n" }.joined())
    },
    PromptCommand(
      name: "why", usage: "EXPR", argument: .expression,
      en: "a decision, an assessment or an indicator in full", zh: "完整说明一项判定、评估或指标"
    ) { session, text throws(Failure) in try why(text, session) },
    PromptCommand(
      name: "diff", usage: "A B", argument: .plugin,
      en: "what plugin B makes different from A, or two values", zh: "比较两个插件或两个值"
    ) { session, text throws(Failure) in try difference(text, session) },
    PromptCommand(
      name: "history", usage: "", argument: .nothing, en: "what was typed so far", zh: "已输入的内容"
    ) { session, _ throws(Failure) in
      PromptReply(output: session.exchanges.map { $0.entry.terminated }.joined())
    },
    PromptCommand(
      name: "vars", usage: "", argument: .nothing, en: "the variables of the session", zh: "本次会话的变量"
    ) { session, _ throws(Failure) in
      let table = TextTable(
        [.init("name"), .init("kind")], rows: session.variables.map { [$0.name, $0.kind] })
      return PromptReply(
        output: table.rows.isEmpty
          ? "" : table.text(width: session.settings.width(), style: session.settings.style))
    },
  ]

  // MARK: ? and ??

  /// What a name stands for.
  static func about(_ name: String, _ session: PromptSession) throws(Failure) -> PromptReply {
    guard !name.isEmpty else { return PromptReply(output: HelpPage.text(session.settings)) }
    return PromptReply(output: try TopicReport(name, session).text())
  }

  /// The script that defines something.
  static func source(of name: String, _ session: PromptSession) throws(Failure) -> PromptReply {
    let evaluator = session.workspace.evaluator
    let spans =
      evaluator.eligibilities.versions(of: name).map(\.span)
      + evaluator.indicators.versions(of: name).map(\.span)
    guard !spans.isEmpty else {
      let known = Set(evaluator.eligibilities.ids + evaluator.indicators.ids)
      throw Failure(
        Finding(
          "prompt.unknown-definition", "no script defines `\(name)`",
          suggestion: NearestName.suggestion(for: name, among: known)))
    }
    let style = session.settings.style
    return PromptReply(
      output: spans.map { span in
        style.dim("-- \(span.place)") + "\n" + DefinitionText.of(span).terminated
      }.joined(separator: "\n"))
  }

  // MARK: :why

  private static func why(
    _ text: String, _ session: PromptSession
  ) throws(Failure) -> PromptReply {
    guard !text.isEmpty else {
      throw needs("why", "an id or an expression", example: "rd_headquarters_grant")
    }
    let workspace = session.workspace
    let printer = ValuePrinter(session)
    if workspace.evaluator.eligibilities.ids.contains(text) {
      guard let subject = session.subject else { throw Failure(.noSubject) }
      let explained = try workspace.explain(
        text, on: subject, at: session.moment, tellsSources: false,
        language: session.settings.language)
      return PromptReply(output: printer.printed(explained).written(session.mode))
    }
    if workspace.catalog.targets[text] != nil || workspace.evaluator.indicators.ids.contains(text) {
      let explained = try workspace.explain(
        text, at: session.moment, language: session.settings.language)
      return PromptReply(output: printer.printed(explained).written(session.mode))
    }
    let values = try session.values(of: text)
    let explainable = values.filter {
      switch $0 {
      case .decision, .assessment, .quantity(_, .some): true
      default: false
      }
    }
    guard !explainable.isEmpty else {
      throw Failure(
        Finding(
          "prompt.why", "`\(text)` is neither a decision nor an assessment",
          notes: values.map { "it is \(ValueKind.text($0, in: workspace.catalog))" },
          suggestion: "write for example `:why decide \"rd_headquarters_grant\"`"))
    }
    return PromptReply(
      output: explainable.map { printer.print($0).written(session.mode) }.joined(separator: "\n"))
  }

  // MARK: :diff

  private static func difference(
    _ text: String, _ session: PromptSession
  ) throws(Failure) -> PromptReply {
    let words = text.split(separator: " ").map(String.init)
    let plugins = try Workspace.manifests(session.settings.folder).map(\.id)
    guard words.count == 2 else {
      throw needs(
        "diff", "two plugins or two values", example: plugins.prefix(2).joined(separator: " "))
    }
    guard words.allSatisfy(plugins.contains) else {
      // Something that is no variable either was meant as a plugin.
      let known = Set(session.variables.map(\.name) + session.numbered)
      for word in words where !plugins.contains(word) && word.allSatisfy(\.isPartOfID) {
        guard !known.contains(word) else { continue }
        throw Failure(
          Finding(
            "argument.plugin", "`\(word)` is neither a plugin nor a variable",
            suggestion: NearestName.suggestion(for: word, among: known.union(plugins))))
      }
      return try values(words, session)
    }
    let settings = session.settings
    func rules(_ plugin: String) throws(Failure) -> any Evaluator {
      try Workspace.open(
        settings.folder, through: plugin, scripts: settings.place, limits: settings.limits
      ).evaluator
    }
    let difference = RulesDifference(from: try rules(words[0]), to: try rules(words[1]))
    let report = DifferenceReport(
      difference, from: words[0], to: words[1], language: settings.language)
    return PromptReply(
      output: session.mode == .markdown
        ? report.table.markdown : report.text(width: settings.width(), style: settings.style))
  }

  /// Two values side by side, as far as they differ.
  private static func values(
    _ names: [String], _ session: PromptSession
  ) throws(Failure) -> PromptReply {
    let printer = ValuePrinter(session)
    var tables: [[String: String]] = []
    var keys: [String] = []
    for name in names {
      let rows = printer.rows(of: try session.values(of: name).first ?? .nothing)
      tables.append(Dictionary(rows.map { ($0.key, $0.text) }, uniquingKeysWith: { $1 }))
      keys += rows.map(\.key).filter { !keys.contains($0) }
    }
    var table = TextTable([.init("")] + names.map { .init($0) })
    for key in keys where tables[0][key] != tables[1][key] {
      table.add([key] + tables.map { $0[key] ?? "" })
    }
    let same = session.settings.language.text(en: "no difference", zh: "没有差别")
    return PromptReply(
      output: table.rows.isEmpty
        ? same + "\n" : table.text(width: session.settings.width(), style: session.settings.style))
  }
}

extension Character {
  fileprivate var isPartOfID: Bool { isLetter || isNumber || self == "_" || self == "-" }
}

extension Finding {
  static var noSubject: Finding {
    Finding(
      "prompt.no-subject", "there is no current subject",
      suggestion: "load some with `:subjects FILE` and choose one with `subject \"ID\"`")
  }
}

extension PromptSession {
  /// The values of an expression that is not kept.
  ///
  /// - Throws: a `Failure` when it is no expression, or fails.
  func values(of text: String) throws(Failure) -> [PromptValue] {
    let outcome = try evaluate(text)
    switch outcome.result {
    case .values(let values): return values
    case .failed(let failure): throw failure
    case .incomplete:
      throw Failure(Finding("prompt.incomplete", "`\(text)` ends too early"))
    }
  }
}
