// What in a catalogue carries a figure of the document.

import Diagnostics
import Quantities

/// What in a catalogue carries a figure of the document.
public enum FigureCarrier: Hashable, Sendable, CustomStringConvertible {
  /// The figure of a target.
  case target(id: String)

  /// The threshold that the things counted by a target must meet.
  case qualifier(target: String)

  /// A value to be reached on the way to a target.
  case milestone(target: String, due: Int)

  /// The figure of a parameter.
  case parameter(instrument: String, name: String)

  /// An entry of `narrative.yaml`, by its words.
  case narrative(words: String)

  /// What kind of thing carries the figure, such as `target`.
  public var kind: String {
    switch self {
    case .target: "target"
    case .qualifier: "qualifier"
    case .milestone: "milestone"
    case .parameter: "parameter"
    case .narrative: "narrative"
    }
  }

  /// The id of what carries it, such as `rd_headquarters_grant.cap`.
  public var id: String {
    switch self {
    case .target(let id), .qualifier(let id): id
    case .milestone(let id, let due): "\(id).\(due)"
    case .parameter(let instrument, let name): "\(instrument).\(name)"
    case .narrative(let words): words
    }
  }

  /// Kind and id, as messages name them.
  public var description: String { "\(kind) `\(id)`" }
}

/// A figure that a catalogue expects in the document.
struct ExpectedFigure {
  let place: PolicyPlace
  let carrier: FigureCarrier

  /// The figure as the catalogue has it.
  let printed: String

  /// Where the catalogue has it.
  let span: SourceSpan

  /// Whether the text may do without it.
  var isOptional: Bool {
    if case .milestone = carrier { return true }
    return false
  }

  /// Every figure that a catalogue expects in one vintage of its document.
  static func all(in catalog: Catalog, vintage name: String) -> [ExpectedFigure] {
    var expected: [ExpectedFigure] = []
    for target in catalog.targets {
      guard let vintage = target.vintage(name) else { continue }
      guard let place = catalog.place(ofMeasure: target.measure, chapter: target.chapter) else {
        continue
      }
      func add(_ carrier: FigureCarrier, _ printed: String) {
        expected.append(
          ExpectedFigure(place: place, carrier: carrier, printed: printed, span: vintage.span))
      }
      add(.target(id: target.id), vintage.figure)
      if let qualifier = vintage.qualifier { add(.qualifier(target: target.id), qualifier) }
      for milestone in vintage.milestones {
        add(.milestone(target: target.id, due: milestone.due), milestone.value.description)
      }
    }
    for instrument in catalog.instruments {
      guard let place = catalog.place(ofMeasure: instrument.measure, chapter: 0) else { continue }
      for parameter in instrument.parameters {
        guard let figure = parameter.figure else { continue }
        expected.append(
          ExpectedFigure(
            place: place,
            carrier: .parameter(instrument: instrument.id, name: parameter.name),
            printed: figure, span: parameter.span))
      }
    }
    for figure in catalog.narrative {
      guard let place = PolicyHeading.place(of: figure.clause) else { continue }
      expected.append(
        ExpectedFigure(
          place: place, carrier: .narrative(words: figure.words), printed: figure.words,
          span: figure.span))
    }
    return expected
  }
}

extension Catalog {
  /// The place in the document of a measure, or of a chapter when there is no measure.
  fileprivate func place(ofMeasure number: Int?, chapter: Int) -> PolicyPlace? {
    guard let number else { return PolicyHeading.place(of: self.chapter(chapter)?.clause ?? "") }
    return measure(number).flatMap { PolicyHeading.place(of: $0.clause) }
  }
}
