// What `?name` shows: everything that is known about a name.

import Yardstick

/// Everything that is known about a name.
struct TopicReport {
  private let name: String
  private let session: PromptSession
  private let catalog: String?

  /// - Throws: a `Failure` when nothing has the name.
  init(_ name: String, _ session: PromptSession) throws(Failure) {
    self.name = name
    self.session = session
    let report = CatalogReport(session.workspace.catalog, language: session.settings.language)
    do throws(Failure) {
      catalog = try report.show(name, style: session.settings.style)
    } catch {
      let known = Self.isDefined(name, session) || session.variables.contains { $0.name == name }
      guard known else { throw error }
      catalog = nil
    }
  }

  private static func isDefined(_ name: String, _ session: PromptSession) -> Bool {
    let evaluator = session.workspace.evaluator
    return evaluator.eligibilities.ids.contains(name) || evaluator.indicators.ids.contains(name)
  }

  private func label(_ en: String, _ zh: String) -> String {
    session.settings.language.text(en: en, zh: zh)
  }

  func text() -> String {
    let lines = definitions + observed + variable
    let body = lines.map { $0 + "\n" }.joined()
    guard let catalog else { return body }
    return body.isEmpty ? catalog : catalog.terminated + "\n" + body
  }

  /// The definitions of the name, with the days on which they hold.
  private var definitions: [String] {
    let evaluator = session.workspace.evaluator
    return evaluator.eligibilities.versions(of: name).map { definition in
      label("eligibility", "判定规则") + " \(name) · " + days(definition.validity)
        + definition.conditions.map { session.settings.language.title($0.title) }
        .joined(separator: "; ") + " · \(definition.span.place)"
    }
      + evaluator.indicators.versions(of: name).map { definition in
        label("indicator", "指标") + " \(name) · " + days(definition.validity)
          + "\(definition.unit)"
          + (definition.target.map { " · \(label("target", "目标")) \($0)" } ?? "")
          + " · \(definition.span.place)"
      }
  }

  private func days(_ validity: Validity) -> String {
    validity.from == nil && validity.to == nil
      ? "" : "\(validity.from.map { "\($0)" } ?? "")…\(validity.to.map { "\($0)" } ?? "") · "
  }

  /// The figures of a series, or of the series that observes a target.
  private var observed: [String] {
    let catalog = session.workspace.catalog
    guard let series = catalog.series[name]?.id ?? catalog.targets[name]?.series else { return [] }
    let store = session.workspace.observations
    return store.areas.compactMap { area in
      let periods = store.all(series: series, area: area).map(\.period)
      guard let first = periods.first, let last = periods.last else { return nil }
      let place = catalog.areas[area].map { session.settings.language.title($0.title) } ?? area
      let figures = Set(periods).count
      return label("observed", "观测") + " \(area) \(place): "
        + (figures == 1
          ? "\(last)"
          : "\(first) … \(last), \(figures) " + label("periods", "个时期"))
    }
  }

  private var variable: [String] {
    session.variables.filter { $0.name == name }.map {
      label("variable", "变量") + " \(name) · \($0.kind)"
    }
  }
}
