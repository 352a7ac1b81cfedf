// Loading a catalogue from its files.

public import Diagnostics
import Quantities

extension Catalog {
  /// Loads and validates a catalogue.
  ///
  /// Every mistake in every file is reported in one go: the ``Failure`` that is thrown holds all
  /// findings, file by file and in the order of each text.
  public static func load(files: [CatalogFile]) throws(Failure) -> Catalog {
    try CatalogLoader(files: files).load()
  }
}

/// Reads the files of a catalogue one after another.
///
/// How each kind of entry is read stands in an extension of its own.
final class CatalogLoader {
  let findings = FindingCollector()

  /// The units that quantities may carry, once `units.yaml` has been read.
  var units = UnitTable.standard

  /// Chapter numbers by the number of their measure.
  var chapterOfMeasure: [Int: Int] = [:]

  /// The series that were read in full.
  var series: [String: Series] = [:]

  /// The kinds of subject that were read in full.
  var subjects: [SubjectKind] = []

  /// Headings such as `一` and `（七）` under which figures may stand.
  var clauses: Set<String> = [""]

  /// The area of `catalog.yaml`, until the areas are known.
  var headerArea: (code: String, span: SourceSpan)?

  /// The id of the plugin whose additions are read; `nil` for the catalogue's own files.
  let plugin: String?

  private let files: [CatalogFile]
  private var declared: [EntryKind: [String: SourceSpan]] = [:]
  private var declarationCount = 0
  private var roots: [CatalogPart: YAMLValue] = [:]
  private var incomplete: Set<CatalogPart> = []

  init(files: [CatalogFile]) {
    self.files = files
    plugin = nil
  }

  /// Creates a loader for what a plugin adds to a catalogue.
  init(adding plugin: String, to catalog: Catalog) {
    self.plugin = plugin
    files = []
    units = catalog.units
    subjects = Array(catalog.subjects)
    for measure in catalog.measures {
      chapterOfMeasure[measure.number] = measure.chapter
      declared[.measure, default: [:]][String(measure.number)] = measure.span
    }
    declared[.subject] = Self.places(catalog.subjects)
    declared[.instrument] = Self.places(catalog.instruments)
    declared[.group] = Self.places(catalog.groups)
  }

  private static func places(_ entries: Lookup<some CatalogEntry>) -> [String: SourceSpan] {
    Dictionary(entries.map { ($0.id, $0.span) }, uniquingKeysWith: { first, _ in first })
  }

  func load() throws(Failure) -> Catalog {
    openFiles()
    let header = readHeader()
    if let table = readUnits() { units = table }
    let areas = readAreas()
    checkHeaderArea()
    let departments = readDepartments()
    let chapters = readChapters()
    let measures = readMeasures()
    let series = readSeries()
    let targets = readTargets(header: header)
    subjects = readSubjects()
    let instruments = readInstruments()
    let groups = readGroups()
    let narrative = readNarrative()
    guard let header, !findings.hasErrors else {
      throw Failure(findings.sorted(by: files.map(\.path)))
    }
    return Catalog(
      header: header, chapters: chapters, measures: measures, targets: Lookup(targets),
      instruments: Lookup(instruments), series: Lookup(series), subjects: Lookup(subjects),
      areas: Lookup(areas), departments: Lookup(departments), units: units, narrative: narrative,
      groups: Lookup(groups))
  }

  // MARK: Files

  /// The root of a file, or `nil` when it is missing or cannot be read.
  func root(of part: CatalogPart) -> YAMLValue? { roots[part] }

  /// Whether everything that a file declares is known.
  func isReadable(_ part: CatalogPart) -> Bool {
    plugin != nil || (roots[part] != nil && !incomplete.contains(part))
  }

  /// Reads the entries of a file that holds one list.
  func entries<Entry>(of part: CatalogPart, _ read: (YAMLValue) -> Entry?) -> [Entry] {
    guard let root = roots[part],
      let list = root.mapping("`\(part.fileName)`", keys: [part.rawValue])?
        .required(part.rawValue)?.list(of: part.plural)
    else {
      dismiss(part)
      return []
    }
    return list.compactMap { value in
      let before = declarationCount
      let entry = read(value)
      // An entry whose very name cannot be read leaves references to it open.
      if entry == nil, declarationCount == before { incomplete.insert(part) }
      return entry
    }
  }

  /// Treats a file as unreadable, so that nothing is said about references to its entries.
  func dismiss(_ part: CatalogPart) { roots[part] = nil }

  private func openFiles() {
    var paths: [CatalogPart: String] = [:]
    for file in files {
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      guard let part = CatalogPart.allCases.first(where: { $0.fileName == name }) else {
        findings.add(
          "catalog.unknown-file", "`\(file.path)` is not a file of a catalogue", at: nil,
          suggestion: NearestName.suggestion(
            for: name, among: CatalogPart.allCases.map(\.fileName)))
        continue
      }
      if let other = paths[part] {
        findings.add(
          "catalog.duplicate-file", "`\(file.path)` holds the same as `\(other)`", at: nil,
          suggestion: "remove one of the two")
        continue
      }
      paths[part] = file.path
      roots[part] = YAMLSource.read(
        path: file.path, bytes: file.bytes, expected: part.expectation, findings: findings)
    }
    for part in CatalogPart.allCases where paths[part] == nil && !part.isOptional {
      findings.add(
        "catalog.missing-file", "the catalogue has no file `\(part.fileName)`", at: nil,
        suggestion: part == .catalog
          ? "name the folder that holds `catalog.yaml`"
          : "add it; `\(part.rawValue): []` says that there are none")
    }
  }

  // MARK: Names

  /// Notes that a name is declared here; a name that is taken is a finding that tells both places.
  ///
  /// A name counts as declared even when the rest of its entry is wrong, so that one mistake does not
  /// make every reference to it a second one.
  @discardableResult
  func declare(_ name: String, as kind: EntryKind, at span: SourceSpan) -> Bool {
    declarationCount += 1
    if let first = declared[kind]?[name] {
      findings.add(
        "catalog.duplicate-id", "the \(kind.rawValue) `\(name)` is declared twice", at: span,
        notes: ["first at \(first.place)"], suggestion: "rename or remove one of the two")
      return false
    }
    declared[kind, default: [:]][name] = span
    return true
  }

  /// Reads an id in lower snake case and declares it.
  func declaredID(_ value: YAMLValue?, as kind: EntryKind) -> String? {
    guard let value, let id = identifier(value) else { return nil }
    declare(id, as: kind, at: value.span)
    return id
  }

  /// Reads a name that scripts type: lower snake case, and not a word of Lua.
  func identifier(_ value: YAMLValue) -> String? {
    guard let text = value.text() else { return nil }
    if let finding = Identifier.problem(with: text, at: value.span) { findings.add(finding) }
    return text
  }

  /// Reads a reference to something declared elsewhere; an unknown one is a finding.
  func reference(_ value: YAMLValue?, to kind: EntryKind) -> String? {
    guard let value, let name = value.text() else { return nil }
    return isKnown(name, as: kind, at: value.span) ? name : nil
  }

  /// Reads a reference by number.
  func numberedReference(_ value: YAMLValue?, to kind: EntryKind) -> Int? {
    guard let value, let number = value.integer() else { return nil }
    return isKnown(String(number), as: kind, at: value.span) ? number : nil
  }

  /// Whether a name is declared; reports it when it is not.
  func isKnown(_ name: String, as kind: EntryKind, at span: SourceSpan) -> Bool {
    // What a file declares that cannot be read in full is not known, so nothing is said about it.
    guard isReadable(kind.part), declared[kind]?[name] == nil else { return true }
    findings.add(
      "catalog.unknown-\(kind.rawValue)", "there is no \(kind.rawValue) `\(name)`", at: span,
      suggestion: suggestion(for: name, among: kind))
    return false
  }

  private func suggestion(for name: String, among kind: EntryKind) -> String {
    let known = Array((declared[kind] ?? [:]).keys)
    let numbers = known.compactMap { Int($0) }.sorted()
    // A number that differs in one digit is no hint at what was meant.
    if kind.isNumbered, let first = numbers.first, let last = numbers.last {
      return "the numbers go from \(first) to \(last)"
    }
    return NearestName.suggestion(for: name, among: known)
      ?? "declare it in `\(kind.part.fileName)`"
  }
}
