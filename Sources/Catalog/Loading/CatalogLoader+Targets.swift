// Reading targets.

import Diagnostics
import Quantities

extension CatalogLoader {
  /// Reads `targets.yaml`.
  func readTargets(header: CatalogHeader?) -> [Target] {
    entries(of: .targets) { value in
      let keys = [
        "id", "title", "chapter", "measure", "nature", "due", "series", "base", "reference",
        "vintages",
      ]
      guard let fields = value.mapping("a target", keys: keys) else { return nil }
      let idValue = fields.required("id")
      let id = declaredID(idValue, as: .target)
      let title = fields.required("title")?.title()
      let place = readPlace(of: fields)
      let nature = fields.required("nature")?.choice(Target.Nature.self)
      let due = fields.required("due").flatMap { year($0) }
      let base = fields.optional("base").flatMap { year($0, before: due) }
      let series = fields.optional("series").flatMap { reference($0, to: .series) }
      let relation = readReference(of: fields, nature: nature)
      let vintages = readVintages(
        fields.required("vintages"),
        context: VintageContext(
          nature: nature, due: due, series: series.flatMap { self.series[$0] }))
      guard let idValue, let id, let title, let chapter = place.chapter, let nature, let due else {
        return nil
      }
      return Target(
        id: id, title: title, chapter: chapter, measure: place.measure, nature: nature, due: due,
        series: series, base: base, reference: relation, vintages: vintages, span: idValue.span)
    }
  }

  /// Reads the chapter and the measure, which must belong together.
  private func readPlace(of fields: YAMLMapping) -> (chapter: Int?, measure: Int?) {
    let value = fields.required("chapter")
    let chapter = numberedReference(value, to: .chapter)
    let measure = fields.optional("measure").flatMap { numberedReference($0, to: .measure) }
    if let value, let chapter, let measure, let expected = chapterOfMeasure[measure],
      chapter != expected
    {
      value.report(
        "catalog.chapter-of-measure",
        "measure \(measure) belongs to chapter \(expected), not to chapter \(chapter)",
        suggestion: "write `chapter: \(expected)`")
    }
    return (chapter, measure)
  }

  /// Reads what a relative target is relative to; other targets have no such thing.
  private func readReference(of fields: YAMLMapping, nature: Target.Nature?) -> Title? {
    if nature == .relative { return fields.required("reference")?.title() }
    if let nature {
      fields.forbid(
        "reference", "catalog.reference",
        because: "its nature is `\(nature.rawValue)`, not `relative`")
    }
    return nil
  }

  private func year(_ value: YAMLValue, before limit: Int? = nil) -> Int? {
    guard let year = value.integer() else { return nil }
    if !(1949...2100).contains(year) {
      value.report("catalog.year", "\(value.label) must be a year from 1949 to 2100, not \(year)")
    } else if let limit, year >= limit {
      value.report("catalog.year", "\(value.label) must be a year before \(limit), not \(year)")
    }
    return year
  }

  // MARK: Vintages

  /// What the figures of a target are held against.
  private struct VintageContext {
    let nature: Target.Nature?
    let due: Int?
    let series: Series?
  }

  private func readVintages(_ value: YAMLValue?, context: VintageContext) -> [TargetVintage] {
    guard let value, let vintages = value.mapping("the vintages of a target", keys: nil) else {
      return []
    }
    if vintages.entries.isEmpty {
      value.report("catalog.no-vintage", "a target needs at least one vintage")
    }
    return vintages.entries.compactMap { entry in
      _ = isKnown(entry.key, as: .vintage, at: entry.keySpan)
      return readVintage(entry, context: context)
    }
  }

  private func readVintage(
    _ entry: YAMLMapping.Entry, context: VintageContext
  ) -> TargetVintage? {
    let keys = [
      "figure", "wording", "comparator", "value", "tolerance", "qualifier", "milestones",
    ]
    guard let fields = entry.value.mapping("a vintage of a target", keys: keys) else { return nil }
    let figureValue = fields.required("figure")
    let figure = figureValue?.text()
    let wording = fields.optional("wording")?.text(orEmpty: true)
    let comparatorValue = fields.required("comparator")
    let comparator = comparatorValue?.choice(Comparator.self)
    let amountValue = fields.required("value")
    let amount = amountValue?.quantity(units)
    if let amountValue, let amount { check(amount, at: amountValue, context: context) }
    if context.nature == .rank, let comparatorValue, let comparator {
      checkRank(comparator, at: comparatorValue)
    }
    let tolerance = readTolerance(of: fields, comparator: comparator, value: amount)
    let qualifier = fields.optional("qualifier")?.text()
    let milestones = readMilestones(
      fields.optional("milestones"), value: amount, due: context.due)
    guard let figureValue, let figure, let comparator, let amount else { return nil }
    return TargetVintage(
      name: entry.key, figure: figure, wording: wording ?? "", comparator: comparator,
      value: amount, tolerance: tolerance, qualifier: qualifier, milestones: milestones,
      span: figureValue.span)
  }

  private func check(_ amount: Quantity, at value: YAMLValue, context: VintageContext) {
    if let nature = context.nature, (nature == .rank) != (amount.unit.dimension == .rank) {
      value.report(
        "catalog.rank",
        nature == .rank
          ? "a target of the nature `rank` needs a place in a ranking, not \(amount)"
          : "\(amount) is a place in a ranking, but the nature of the target is `\(nature.rawValue)`",
        suggestion: nature == .rank ? "write a place such as `第1位`" : "write `nature: rank`")
    } else if let series = context.series, !amount.unit.goes(with: series.unit) {
      value.report(
        "catalog.unit-of-series",
        "\(amount) cannot be held against the series `\(series.id)`, which is in "
          + series.unit.named,
        suggestion: "give the value in \(series.unit.named) or name another series")
    }
  }

  private func checkRank(_ comparator: Comparator, at value: YAMLValue) {
    switch comparator {
    case .atMost, .less, .exactly: break
    case .more, .atLeast, .about:
      value.report(
        "catalog.rank",
        "a better place in a ranking is a smaller number, so `\(comparator.rawValue)` "
          + "would ask for a worse one", suggestion: "write `\"<=\"`")
    }
  }

  private func readTolerance(
    of fields: YAMLMapping, comparator: Comparator?, value: Quantity?
  ) -> Quantity? {
    guard comparator == .about else {
      if let comparator {
        fields.forbid(
          "tolerance", "catalog.tolerance",
          because: "only `~` has a tolerance, and the comparator is `\(comparator.rawValue)`")
      }
      return nil
    }
    guard let toleranceValue = fields.optional("tolerance") else {
      fields.required("comparator")?.report(
        "catalog.tolerance", "`~` needs a tolerance",
        suggestion: "add `tolerance:`, how far from the value still counts")
      return nil
    }
    guard let tolerance = toleranceValue.quantity(units) else { return nil }
    if let value, !tolerance.unit.measuresDifferences(of: value.unit) {
      toleranceValue.report(
        "catalog.tolerance",
        "the tolerance is in \(tolerance.unit.named), the value in \(value.unit.named)",
        suggestion: "give both in one unit")
    } else if tolerance.value.isNegative || tolerance.value.isZero {
      toleranceValue.report("catalog.tolerance", "the tolerance must be more than zero")
    }
    return tolerance
  }

  private func readMilestones(
    _ value: YAMLValue?, value final: Quantity?, due: Int?
  ) -> [Milestone] {
    var last: Int?
    return (value?.list(of: "milestones") ?? []).compactMap { value in
      guard let fields = value.mapping("a milestone", keys: ["due", "comparator", "value"]) else {
        return nil
      }
      let yearValue = fields.required("due")
      let year = yearValue.flatMap { self.year($0, before: due) }
      let comparator = fields.required("comparator")?.choice(Comparator.self)
      let amountValue = fields.required("value")
      let amount = amountValue?.quantity(units)
      if let yearValue, let year, let last, year <= last {
        yearValue.report(
          "catalog.milestones", "milestones stand in order of time: \(year) follows \(last)")
      }
      last = year ?? last
      if let amountValue, let amount, let final, !amount.unit.goes(with: final.unit) {
        amountValue.report(
          "catalog.milestones",
          "the milestone is in \(amount.unit.named), the target in \(final.unit.named)",
          suggestion: "give both in one unit")
      }
      guard let year, let comparator, let amount else { return nil }
      return Milestone(due: year, comparator: comparator, value: amount)
    }
  }
}
