// The files that make up a catalogue.

/// One of the files that make up a catalogue, in the order in which they are read.
///
/// The order is that of their references: a file refers only to itself and to those before it.
enum CatalogPart: String, CaseIterable {
  case catalog
  case units
  case areas
  case departments
  case chapters
  case measures
  case series
  case targets
  case subjects
  case instruments
  case groups
  case narrative

  /// The name of the file.
  var fileName: String { rawValue + ".yaml" }

  /// Whether a catalogue may do without the file.
  var isOptional: Bool { self == .groups }

  /// What a file that holds nothing should hold.
  var expectation: String {
    self == .catalog
      ? "`id`, `version`, `title`, `area`, `vintage` and `vintages`" : "a list `\(rawValue):`"
  }

  /// What its entries are called.
  var plural: String { self == .narrative ? "figures" : rawValue }
}

/// A kind of thing that other entries refer to.
enum EntryKind: String {
  case unit
  case vintage
  case area
  case department
  case chapter
  case measure
  case series
  case target
  case subject
  case instrument
  case group

  /// Whether it has a number instead of an id.
  var isNumbered: Bool { self == .chapter || self == .measure }

  /// The file that declares it.
  var part: CatalogPart {
    switch self {
    case .unit: .units
    case .vintage: .catalog
    case .area: .areas
    case .department: .departments
    case .chapter: .chapters
    case .measure: .measures
    case .series: .series
    case .target: .targets
    case .subject: .subjects
    case .instrument: .instruments
    case .group: .groups
    }
  }
}
