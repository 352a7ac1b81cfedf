// One entry of a catalogue in full.

import Catalog
public import Diagnostics
import Quantities

extension CatalogReport {
  /// One entry in full: a measure by its number, anything else by its id.
  ///
  /// - Throws: a ``Failure`` when there is no such entry.
  public func show(_ id: String, style: Style) throws(Failure) -> String {
    var parts: [String] = []
    if let measure = Int(id).flatMap(catalog.measure) { parts.append(text(measure, style)) }
    if let target = catalog.targets[id] { parts.append(text(target, style)) }
    if let instrument = catalog.instruments[id] { parts.append(text(instrument, style)) }
    for instrument in catalog.instruments {
      for parameter in instrument.parameters where "\(instrument.id).\(parameter.name)" == id {
        parts.append(heading(parameter.title, id, style) + text(parameter))
      }
    }
    if let group = catalog.groups[id] { parts.append(text(group)) }
    if let series = catalog.series[id] { parts.append(text(series, style)) }
    if let kind = catalog.subjects[id] { parts.append(text(kind, style)) }
    for kind in catalog.subjects {
      if let field = kind.field(id) { parts.append(text(field, of: kind, style)) }
    }
    if let area = catalog.areas[id] {
      parts.append(heading(area.title, area.id, style))
    }
    if let department = catalog.departments[id] { parts.append(text(department, style)) }
    guard !parts.isEmpty else { throw Failure(unknown(id)) }
    return parts.joined(separator: "\n")
  }

  private func unknown(_ id: String) -> Finding {
    let known =
      catalog.targets.ids + catalog.instruments.ids + catalog.series.ids + catalog.subjects.ids
      + catalog.subjects.flatMap { $0.fields.map(\.name) } + catalog.departments.ids
    return Finding(
      "argument.unknown-id", "there is nothing called `\(id)` in the catalogue",
      suggestion: NearestName.suggestion(for: id, among: Set(known))
        ?? "`yardstick catalog list` shows the ids; a measure is shown by its number")
  }

  private func heading(_ title: Title, _ id: String, _ style: Style) -> String {
    "\(style.bold(language.titles(title)))\n\(id)\n"
  }

  private func text(_ measure: Measure, _ style: Style) -> String {
    let number = label("measure \(measure.number)", "举措\(measure.number)")
    let chapter = catalog.chapter(measure.chapter)?.title
    var lines = [
      style.bold(language.titles(measure.title)),
      "\(number) \(measure.clause) · " + (chapter.map(language.titles) ?? ""),
      language.title(measure.summary),
      label("departments: ", "责任单位：")
        + measure.departments.compactMap { catalog.departments[$0] }
        .map { language.titles($0.title) }.joined(separator: ", "),
    ]
    for target in catalog.targets where target.measure == measure.number {
      let wanted =
        target.vintage(catalog.header.vintage)
        .map { " \($0.comparator.rawValue) \($0.value)" } ?? ""
      lines.append("  \(label("target", "目标")) \(target.id) \(target.title.zh)\(wanted)")
    }
    for instrument in catalog.instruments where instrument.measure == measure.number {
      lines.append("  \(label("instrument", "政策工具")) \(instrument.id) \(instrument.title.zh)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func text(_ target: Target, _ style: Style) -> String {
    var text = heading(target.title, target.id, style)
    let place =
      target.measure.map { label("measure \($0)", "举措\($0)") }
      ?? label("chapter \(target.chapter)", "第\(target.chapter)章")
    text +=
      "\(place) · \(language.nature(target.nature)) · "
      + label("due \(target.due)", "\(target.due)年") + "\n"
    text +=
      target.series.map { label("observed by series \($0)\n", "由序列\($0)观测\n") }
      ?? label("computed by an indicator\n", "由指标脚本计算\n")
    if let reference = target.reference {
      text += label("relative to \(language.titles(reference))\n", "相对于\(reference.zh)\n")
    }
    for vintage in target.vintages {
      text += "  \(vintage.name): \(vintage.comparator.rawValue) \(vintage.value)"
      if let tolerance = vintage.tolerance { text += " ± \(tolerance)" }
      text += " · \(vintage.wording)\(vintage.figure)"
      if let qualifier = vintage.qualifier { text += " (\(qualifier))" }
      text += "\n"
      for milestone in vintage.milestones {
        text += "    \(milestone.due): \(milestone.comparator.rawValue) \(milestone.value)\n"
      }
    }
    return text
  }

  private func text(_ instrument: Instrument, _ style: Style) -> String {
    var text = heading(instrument.title, instrument.id, style)
    let clause = catalog.measure(instrument.measure)?.clause ?? ""
    text +=
      label("measure", "举措") + " \(instrument.measure) \(clause) · \(instrument.kind.rawValue)"
    text += " · \(instrument.frequency.rawValue) · \(instrument.subject)\n"
    if let addition = instrument.addition {
      text +=
        label("added by \(addition.plugin): ", "由\(addition.plugin)增设：") + addition.clause + "\n"
    }
    for parameter in instrument.parameters { text += self.text(parameter) }
    if !instrument.split.isEmpty {
      let shares = instrument.split.map { "\($0.payer) \($0.share)" }
      text += "  " + label("paid by ", "分担：") + shares.joined(separator: ", ") + "\n"
    }
    for group in catalog.groups where group.members.contains(instrument.id) {
      text += self.text(group)
    }
    return text
  }

  private func text(_ parameter: Parameter) -> String {
    var text =
      "  \(parameter.name) · \(language.titles(parameter.title)) · "
      + "\(language.local(parameter.local))\n"
    for version in parameter.versions {
      let from = version.from.map { " \(label("from", "自")) \($0)" } ?? ""
      let to = version.to.map { " \(label("to", "至")) \($0)" } ?? ""
      text += "    \(version.value)\(from)\(to)" + changed(version, of: parameter) + "\n"
    }
    return text
  }

  /// Which plugin set a value, and on which clause it rests.
  private func changed(_ version: ParameterVersion, of parameter: Parameter) -> String {
    guard let change = parameter.change, version.plugin == change.plugin else { return "" }
    return label(" · set by \(change.plugin): ", " · 由\(change.plugin)设定：") + change.clause
  }

  private func text(_ group: StackingGroup) -> String {
    let rule =
      switch group.rule {
      case .highestOnly: label("only the highest is paid", "就高不重复")
      case .cap(let cap): label("together at most \(cap) a year", "每年合计不超过\(cap)")
      }
    return "  \(group.id) · \(language.titles(group.title)) · \(rule) · \(group.clause)\n    "
      + group.members.joined(separator: ", ") + "\n"
  }

  private func text(_ series: Series, _ style: Style) -> String {
    heading(series.title, series.id, style)
      + "\(series.kind.rawValue) · \(series.unit.symbol) · "
      + label("prices", "价格") + " \(series.prices.rawValue) · \(series.frequency.rawValue)\n"
  }

  private func text(_ kind: SubjectKind, _ style: Style) -> String {
    heading(kind.title, kind.id, style)
      + kind.fields.map { "  \($0.name) · \(language.titles($0.title)) · \($0.type.text)\n" }
      .joined()
  }

  private func text(_ field: SubjectField, of kind: SubjectKind, _ style: Style) -> String {
    var text = heading(field.title, "\(kind.id).\(field.name) · \(field.type.text)", style)
    if case .enumeration(let values) = field.type {
      for value in values { text += "  \(value.value) · \(language.titles(value.title))\n" }
    }
    return text
  }

  private func text(_ department: Department, _ style: Style) -> String {
    var text = heading(department.title, department.id, style)
    for measure in catalog.measures where measure.departments.contains(department.id) {
      text += "  \(label("measure", "举措")) \(measure.number) \(measure.title.zh)\n"
    }
    return text
  }
}
