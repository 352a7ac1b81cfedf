// Commands that work with results: `:time`, `:plot`.

import Yardstick

extension PromptCommand {
  static let working: [PromptCommand] = [
    PromptCommand(
      name: "time", usage: "EXPR", argument: .expression,
      en: "run it, and say how long that took", zh: "执行并计时"
    ) { session, text throws(Failure) in
      guard !text.isEmpty else { throw needs("time", "an expression", example: "obs.gdp[at]") }
      let start = ContinuousClock.now
      let outcome = try session.evaluate(text)
      let time = ContinuousClock.now - start
      if case .failed(let failure) = outcome.result { throw failure }
      var output = outcome.log.terminated
      if case .values(let values) = outcome.result { output += session.printed(values) }
      let tenths = time / .microseconds(100)
      return PromptReply(
        output: output
          + session.settings.style.dim(
            "\(Int(tenths) / 10).\(Int(tenths) % 10) ms · \(outcome.instructions) instructions · "
              + "\(ByteCount(bytes: outcome.memory))") + "\n")
    },
    PromptCommand(
      name: "plot", usage: "SERIES [> FILE.svg]", argument: .series,
      en: "draw a series, or a list of numbers", zh: "绘制序列图"
    ) { session, text throws(Failure) in
      let parts = text.split(separator: ">", maxSplits: 1).map(\.trimmed)
      guard let what = parts.first, !what.isEmpty else {
        throw needs("plot", "a series", example: "gdp")
      }
      let chart = try ChartChoice.chart(of: what, in: session)
      guard parts.count == 2 || text.contains(">") else {
        let width = min(session.settings.width() ?? 72, 100)
        return PromptReply(output: chart.text(width: width, style: session.settings.style))
      }
      guard parts.count == 2, parts[1].hasSuffix(".svg") else {
        throw needs("plot", "a file whose name ends in .svg", example: "\(what) > \(what).svg")
      }
      try OutputFile.write(chart.svg(), to: parts[1])
      return PromptReply(output: parts[1] + "\n")
    },
  ]
}

/// What `:plot` draws.
private enum ChartChoice {
  static func chart(of text: String, in session: PromptSession) throws(Failure) -> Chart {
    let workspace = session.workspace
    let language = session.settings.language
    if workspace.catalog.series[text] != nil {
      return SeriesReport(text, area: workspace.area, in: workspace, language: language).chart
    }
    let values = try session.values(of: text)
    switch values.first {
    case .series(let id, let area)?:
      return SeriesReport(id, area: area, in: workspace, language: language).chart
    case .table(let table)? where !table.items.isEmpty || !table.entries.isEmpty:
      return try chart(of: table, titled: text)
    default:
      throw Failure(
        Finding(
          "prompt.plot", "`\(text)` is neither a series nor a list of numbers",
          notes: values.first.map { ["it is \(ValueKind.text($0, in: workspace.catalog))"] } ?? [],
          suggestion: NearestName.suggestion(for: text, among: workspace.catalog.series.ids)))
    }
  }

  /// A list of numbers of one unit; keys are labels.
  private static func chart(
    of table: PromptTable, titled title: String
  ) throws(Failure) -> Chart {
    let all =
      table.items.enumerated().map { ("\($0.offset + 1)", $0.element) }
      + table.entries.map { ($0.key.trimmingBrackets, $0.value) }
    var unit: Quantities.Unit?
    var points: [Chart.Point] = []
    for (label, value) in all {
      switch value {
      case .integer(let number): points.append(.init(label, ExactDecimal(Int(number))))
      case .quantity(let quantity, _):
        let own = unit ?? quantity.unit
        guard let amount = try? quantity.converted(to: own).amount else {
          throw Failure(
            Finding(
              "prompt.plot", "`\(title)` holds values in \(own) and in \(quantity.unit)",
              suggestion: "draw values of one kind"))
        }
        unit = own
        points.append(.init(label, amount))
      case .nothing: points.append(.init(label, nil))
      default:
        throw Failure(
          Finding(
            "prompt.plot", "`\(title)` holds \(ValueText.text(value)), which is no number",
            suggestion: "draw a list of numbers or quantities"))
      }
    }
    return Chart(title: title, unit: unit?.symbol ?? "", points: points)
  }
}

extension String {
  /// A key such as `[2024]` without its brackets.
  fileprivate var trimmingBrackets: String {
    hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
  }
}
