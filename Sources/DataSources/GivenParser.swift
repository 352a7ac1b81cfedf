// Reads the fields of one subject from a command's argument.

public import Catalog
public import Diagnostics

/// Reads `--given field=value,field=value`.
///
/// A comma ends a value only where a field name and `=` follow, so that `rd_spend=12,000,000` is one value.
public enum GivenParser {
  /// The values in the order of the kind's fields; fields that are not named are missing.
  ///
  /// Throws a ``Failure`` with all mistakes, each pointing into the argument.
  public static func parse(
    _ text: String, kind: SubjectKind, catalog: Catalog
  ) throws(Failure) -> [FieldValue] {
    let argument = text.map { $0.isNewline ? " " : $0 }
    let file = SourceFile(path: "--given", text: String(argument))
    var values = Array(repeating: FieldValue.missing, count: kind.fields.count)
    var seen: Set<String> = []
    var findings = FindingList()
    func report(
      _ code: String, _ message: String, at start: Int, length: Int, suggestion: String?
    ) {
      findings.add(
        Finding(
          code, message,
          at: SourceSpan(file: file, line: 1, column: start + 1, length: length),
          suggestion: suggestion))
    }
    for item in items(of: argument) {
      let name = String(argument[item.name])
      guard let position = kind.position(of: name) else {
        report(
          "given.unknown-field", "unknown field `\(name)` of `\(kind.id)`",
          at: item.name.lowerBound, length: item.name.count,
          suggestion: NearestName.suggestion(for: name, among: kind.fields.map(\.name)))
        continue
      }
      guard seen.insert(name).inserted else {
        report(
          "given.duplicate-field", "the field `\(name)` is given twice",
          at: item.name.lowerBound, length: item.name.count, suggestion: "keep one of them")
        continue
      }
      do {
        values[position] = try kind.fields[position].type.parse(
          String(argument[item.value]), units: catalog.units, areas: catalog.areas)
      } catch {
        report(
          "given.bad-value", "field `\(name)`: \(error.message)",
          at: item.value.lowerBound + error.offset,
          length: max(1, item.value.count - error.offset), suggestion: error.suggestion)
      }
    }
    if let start = textBeforeFirstName(argument) {
      report(
        "given.syntax", "expected `field=value` here", at: start.lowerBound, length: start.count,
        suggestion: "write for example `--given rd_spend=1200万元,headquarters=rd`")
    }
    try findings.throwIfErrors()
    return values
  }

  /// A field name and the value given to it, as ranges of the argument.
  private struct Item {
    let name: Range<Int>
    var value: Range<Int>
  }

  /// Splits at the commas that a field name and `=` follow.
  private static func items(of text: [Character]) -> [Item] {
    var items: [Item] = []
    for start in text.indices where start == 0 || isComma(text[start - 1]) {
      guard let (name, equals) = name(in: text, from: start) else { continue }
      if let last = items.indices.last {
        items[last].value = items[last].value.lowerBound..<(start - 1)
      }
      items.append(Item(name: name, value: equals + 1..<text.count))
    }
    return items
  }

  /// What stands before the first field name, if it is more than spaces and commas.
  private static func textBeforeFirstName(_ text: [Character]) -> Range<Int>? {
    let end = items(of: text).first?.name.lowerBound ?? text.count
    let start = text[..<end].firstIndex { $0 != " " } ?? end
    guard start < end else { return nil }
    return start..<(end < text.count ? end - 1 : end)
  }

  /// The name at a position and where its `=` stands.
  private static func name(in text: [Character], from start: Int) -> (Range<Int>, Int)? {
    let first = text[start...].firstIndex { $0 != " " } ?? text.count
    let end = text[first...].firstIndex { !isNameCharacter($0) } ?? text.count
    let equals = text[end...].firstIndex { $0 != " " } ?? text.count
    guard end > first, !text[first].isNumber, equals < text.count, text[equals] == "=" else {
      return nil
    }
    return (first..<end, equals)
  }

  private static func isComma(_ character: Character) -> Bool {
    character == "," || character == "，"
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    character == "_" || (character.isASCII && (character.isLetter || character.isNumber))
  }
}
