// A value in a YAML file, and the typed ways of reading it.

package import Diagnostics
package import Quantities
import Yams

/// A value in a YAML file.
///
/// Reading it as something that it is not reports a finding at its place and returns `nil`, so that a
/// reader goes on and every mistake is reported in one go.
package struct YAMLValue {
  let node: Node
  let source: YAMLSource

  /// How messages call the value, such as `` `due` ``.
  package let label: String

  /// Where it stands.
  package var span: SourceSpan { source.span(of: node) }

  /// Reports something about the value.
  package func report(
    _ code: String, _ message: String, at span: SourceSpan? = nil, notes: [String] = [],
    suggestion: String? = nil
  ) {
    source.findings.add(code, message, at: span ?? self.span, notes: notes, suggestion: suggestion)
  }

  /// Whether nothing is written here.
  package var isNull: Bool { node.isNull }

  /// Whether it is written as keys and values.
  package var isMapping: Bool { node.mapping != nil }

  /// The text of a scalar, whatever YAML would make of it.
  ///
  /// Nothing, or blanks only, is a finding unless `orEmpty` is set.
  package func text(orEmpty: Bool = false) -> String? {
    guard case .scalar(let scalar) = node else {
      report("yaml.wrong-kind", "\(label) must be a text, not \(kind)")
      return nil
    }
    if node.isNull || scalar.string.allSatisfy(\.isWhitespace) {
      if orEmpty { return "" }
      if scalar.string == "~", node.isNull {
        report(
          "yaml.empty-value", "\(label) is empty: a bare `~` means nothing in YAML",
          suggestion: "write it in quotes, `\"~\"`")
      } else {
        report("yaml.empty-value", "\(label) is empty")
      }
      return nil
    }
    return scalar.string
  }

  /// A whole number.
  package func integer() -> Int? {
    guard let text = text() else { return nil }
    if let number = Int(text), !text.hasPrefix("+") { return number }
    report("yaml.not-integer", "\(label) must be a whole number, not `\(text)`")
    return nil
  }

  /// One of the cases of an enumeration, by its raw value.
  package func choice<Choice>(_ type: Choice.Type) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let text = text() else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(
      "yaml.unknown-value", "\(label) cannot be `\(text)`",
      suggestion: NearestName.suggestion(for: text, among: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// A quantity with its unit.
  package func quantity(_ units: UnitTable) -> Quantity? {
    parsed { text throws(QuantityParseError) in try Quantity(parsing: text, units: units) }
  }

  /// A day.
  package func date() -> CalendarDate? {
    parsed { text throws(QuantityParseError) in try CalendarDate(parsing: text) }
  }

  /// A name in both languages.
  package func title() -> Title? {
    mapping("a title", keys: ["zh", "en"])?.names()
  }

  /// The entries of a list; `plural` says of what.
  package func list(of plural: String) -> [YAMLValue]? {
    guard case .sequence(let sequence) = node else {
      reportKind(expected: "a list of \(plural)")
      return nil
    }
    return sequence.map { YAMLValue(node: $0, source: source, label: "an entry of \(label)") }
  }

  /// The keys and values of a mapping, which must be among `keys` unless that is `nil`.
  ///
  /// `noun` says what the mapping describes, such as `a target`.
  package func mapping(_ noun: String, keys: [String]?) -> YAMLMapping? {
    guard case .mapping(let mapping) = node else {
      reportKind(expected: "\(noun) with keys and values")
      return nil
    }
    var entries: [YAMLMapping.Entry] = []
    for (key, value) in mapping {
      let name = YAMLValue(node: key, source: source, label: "a key of \(noun)")
      guard let text = name.text() else { continue }
      if let keys, !keys.contains(text) {
        name.report(
          "yaml.unknown-key", "unknown key `\(text)` in \(noun)",
          suggestion: NearestName.suggestion(for: text, among: keys))
      } else if let first = entries.first(where: { $0.key == text }) {
        name.report(
          "yaml.duplicate-key", "the key `\(text)` stands twice in one place",
          notes: ["first at \(first.keySpan.place)"], suggestion: "remove one of the two")
      } else {
        entries.append(
          YAMLMapping.Entry(
            key: text, keySpan: name.span,
            value: YAMLValue(node: value, source: source, label: "`\(text)`")))
      }
    }
    return YAMLMapping(noun: noun, entries: entries, value: self)
  }

  private func parsed<Result>(
    _ parse: (String) throws(QuantityParseError) -> Result
  ) -> Result? {
    guard let text = text(), case .scalar(let scalar) = node else { return nil }
    do {
      return try parse(text)
    } catch {
      report(
        "yaml.unreadable-value", "\(label): \(error.message)",
        at: source.span(of: scalar, character: error.offset), suggestion: error.suggestion)
      return nil
    }
  }

  private func reportKind(expected: String) {
    report("yaml.wrong-kind", "expected \(expected), found \(kind)")
  }

  /// What stands here, as messages say it.
  private var kind: String {
    switch node {
    case .sequence: "a list"
    case .mapping: "keys and values"
    case .scalar, .alias: node.isNull ? "nothing" : "a text"
    }
  }
}
