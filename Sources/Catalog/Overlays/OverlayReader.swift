// Reading a plugin's catalogue files, with the readers of the catalogue itself.

import Diagnostics

/// Reads what a plugin adds and changes.
struct OverlayReader {
  /// The parts of an overlay, in the order in which they are read.
  ///
  /// A part refers only to the catalogue, to itself and to the parts before it.
  private enum Part: String, CaseIterable {
    case subjects, instruments, parameters, groups
  }

  private let overlay: CatalogOverlay
  private let catalog: Catalog
  private let loader: CatalogLoader

  init(_ overlay: CatalogOverlay, on catalog: Catalog) {
    self.overlay = overlay
    self.catalog = catalog
    loader = CatalogLoader(adding: overlay.plugin, to: catalog)
  }

  func apply() throws(Failure) -> Catalog {
    let parts = open()
    let subjects = readFields(parts[.subjects, default: []])
    loader.subjects = subjects
    let added = list(parts[.instruments, default: []], "instruments").compactMap(
      loader.readInstrument)
    let amended = readChanges(parts[.parameters, default: []], adding: added)
    let groups = list(parts[.groups, default: []], "groups").compactMap(loader.readGroup)
    guard !loader.findings.hasErrors else {
      throw Failure(loader.findings.sorted(by: overlay.files.map(\.path)))
    }
    return catalog.with(
      subjects: subjects, instruments: amended + added, groups: catalog.groups + groups)
  }

  // MARK: Files

  private func open() -> [Part: [YAMLValue]] {
    let keys = Part.allCases.map(\.rawValue)
    var parts: [Part: [YAMLValue]] = [:]
    for file in overlay.files {
      let root = YAMLSource.read(
        path: file.path, bytes: file.bytes,
        expected: "one of " + keys.map { "`\($0):`" }.joined(separator: ", "),
        findings: loader.findings)
      for entry in root?.mapping("what a plugin adds to the catalogue", keys: keys)?.entries ?? [] {
        if let part = Part(rawValue: entry.key) { parts[part, default: []].append(entry.value) }
      }
    }
    return parts
  }

  private func list(_ values: [YAMLValue], _ plural: String) -> [YAMLValue] {
    values.flatMap { $0.list(of: plural) ?? [] }
  }

  // MARK: Fields

  /// The kinds of subject with the fields that the plugin adds.
  private func readFields(_ values: [YAMLValue]) -> [SubjectKind] {
    var added: [String: [SubjectField]] = [:]
    var names: [String: NameList] = [:]
    for entry in values.flatMap({ $0.mapping("kinds of subject", keys: nil)?.entries ?? [] }) {
      guard loader.isKnown(entry.key, as: .subject, at: entry.keySpan),
        let kind = catalog.subjects[entry.key]
      else { continue }
      let taken = names[kind.id] ?? NameList(noun: "field")
      if names.updateValue(taken, forKey: kind.id) == nil {
        for field in kind.fields { taken.take(field.name, at: field.span) }
      }
      added[kind.id, default: []] += (entry.value.list(of: "fields") ?? []).compactMap {
        loader.readField($0, names: taken)
      }
    }
    return catalog.subjects.map { $0.adding(added[$0.id, default: []]) }
  }

  // MARK: Parameters

  /// The catalogue's instruments with the parameters that the plugin changes.
  private func readChanges(_ values: [YAMLValue], adding added: [Instrument]) -> [Instrument] {
    var instruments = Array(catalog.instruments)
    var places: [String: SourceSpan] = [:]
    for entry in values.flatMap({ $0.mapping("changes of parameters", keys: nil)?.entries ?? [] }) {
      if added.contains(where: { $0.id == entry.key }) {
        entry.value.report(
          "overlay.own-instrument",
          "`\(entry.key)` is an instrument of the plugin itself, so there is nothing to change",
          at: entry.keySpan, suggestion: "give the value under `instruments:`")
        continue
      }
      guard loader.isKnown(entry.key, as: .instrument, at: entry.keySpan),
        let position = instruments.firstIndex(where: { $0.id == entry.key })
      else { continue }
      let changes = entry.value.mapping("changes of an instrument", keys: nil)?.entries ?? []
      for change in changes {
        let name = "\(entry.key).\(change.key)"
        if let first = places.updateValue(change.keySpan, forKey: name) {
          loader.findings.add(
            .changedTwice(change, of: entry.key, by: overlay.plugin, at: first))
        } else {
          read(change, of: &instruments[position])
        }
      }
    }
    return instruments
  }

  private func read(_ entry: YAMLMapping.Entry, of instrument: inout Instrument) {
    guard let parameter = instrument.parameter(entry.key) else {
      return loader.findings.add(.unknownParameter(entry, of: instrument))
    }
    if let other = parameter.change {
      return loader.findings.add(
        .changedTwice(entry, of: instrument.id, by: other.plugin, at: other.span))
    }
    let keys = ["value", "scale", "versions", "figure", "clause"]
    guard let fields = entry.value.mapping("a change of a parameter", keys: keys) else { return }
    if ["value", "scale", "versions"].allSatisfy({ fields.optional($0) == nil }) {
      fields.value.report(
        "overlay.no-value", "a change needs a `value`, a `scale` or `versions`",
        suggestion: "say what `\(entry.key)` is set to")
    }
    let versions = loader.readVersions(of: fields, isPartial: !parameter.isOpen)
    loader.checkCap(versions, named: parameter.name)
    let clause = fields.required("clause")?.text()
    let figure = fields.optional("figure")?.text()
    guard let clause, !versions.isEmpty else { return }
    let rules = ChangeRules(
      parameter: parameter, instrument: instrument.id, plugin: overlay.plugin, place: entry.keySpan,
      findings: loader.findings)
    guard let changed = rules.versions(changedTo: versions) else { return }
    let change = ParameterChange(
      plugin: overlay.plugin, before: parameter.versions, permission: parameter.local,
      clause: clause, figure: figure, span: entry.keySpan)
    instrument = instrument.with(parameter.with(changed, change))
  }
}

extension Finding {
  fileprivate static func unknownParameter(
    _ entry: YAMLMapping.Entry, of instrument: Instrument
  ) -> Finding {
    Finding(
      "overlay.unknown-parameter",
      "the instrument `\(instrument.id)` has no parameter `\(entry.key)`", at: entry.keySpan,
      notes: ["it is declared at \(instrument.span.place)"],
      suggestion: NearestName.suggestion(
        for: entry.key, among: instrument.parameters.map(\.name)))
  }

  fileprivate static func changedTwice(
    _ entry: YAMLMapping.Entry, of instrument: String, by plugin: String, at span: SourceSpan
  ) -> Finding {
    Finding(
      "overlay.changed-twice",
      "`\(entry.key)` of `\(instrument)` is already changed by the plugin `\(plugin)`",
      at: entry.keySpan, notes: ["that change is at \(span.place)"],
      suggestion: "let one of the two make the change")
  }
}

// MARK: - Copies

extension Catalog {
  fileprivate func with(
    subjects: [SubjectKind], instruments: [Instrument], groups: [StackingGroup]
  ) -> Catalog {
    Catalog(
      header: header, chapters: chapters, measures: measures, targets: targets,
      instruments: Lookup(instruments), series: series, subjects: Lookup(subjects), areas: areas,
      departments: departments, units: units, narrative: narrative, groups: Lookup(groups))
  }
}

extension SubjectKind {
  fileprivate func adding(_ added: [SubjectField]) -> SubjectKind {
    SubjectKind(
      id: id, title: title, key: key, fields: fields + added, totalsBy: totalsBy, span: span)
  }
}

extension Instrument {
  fileprivate func with(_ changed: Parameter) -> Instrument {
    Instrument(
      id: id, title: title, measure: measure, subject: subject, kind: kind, frequency: frequency,
      parameters: parameters.map { $0.name == changed.name ? changed : $0 }, split: split,
      addition: addition, span: span)
  }
}

extension Parameter {
  fileprivate func with(_ versions: [ParameterVersion], _ change: ParameterChange) -> Parameter {
    Parameter(
      name: name, title: title, unit: unit, figure: figure, local: local, versions: versions,
      change: change, span: span)
  }
}
