// Matches the header of a CSV file with the columns that are expected.

package import Diagnostics

/// Where the expected columns of a CSV file stand.
package struct CSVColumns {
  /// For each expected column its position in a record, or `nil` when the file does not have it.
  package let positions: [Int?]

  /// Matches a header, in any order of its columns.
  ///
  /// Throws a ``Failure`` with all columns that are unknown, written twice, or required and absent.
  package init(_ reader: CSVReader, expected: [String], required: Set<String>) throws(Failure) {
    var findings: [Finding] = []
    var found: [String: Int] = [:]
    var meant: Set<String> = []
    let known = Set(expected)
    for (position, field) in reader.header.fields.enumerated() {
      let name = String(field.text.trimmed)
      func report(_ code: String, _ message: String, suggestion: String? = nil) {
        findings.append(
          reader.text.finding(
            code, message, line: field.line, offset: field.offset, length: field.text.count,
            suggestion: suggestion))
      }
      if !known.contains(name) {
        let nearest = NearestName.of(name, among: expected)
        if let nearest { meant.insert(nearest) }
        report(
          "csv.unknown-column", "unknown column `\(name)`",
          suggestion: nearest.map { "did you mean `\($0)`?" }
            ?? "remove it, or name one of: \(expected.joined(separator: ", "))")
      } else if found[name] != nil {
        report("csv.duplicate-column", "the column `\(name)` is here twice")
      } else {
        found[name] = position
      }
    }
    // A column that is only misspelt is one mistake, not two.
    for name in expected
    where required.contains(name) && found[name] == nil && !meant.contains(name) {
      findings.append(
        reader.text.finding(
          "csv.missing-column", "the column `\(name)` is missing",
          line: reader.header.line, offset: reader.header.fields.first?.offset ?? 0,
          suggestion: "add it to the header; the columns may stand in any order"))
    }
    guard findings.isEmpty else { throw Failure(findings) }
    positions = expected.map { found[$0] }
  }
}

extension String {
  /// The text without spaces at its ends; full-width and no-break spaces count.
  var trimmed: Substring {
    // Almost every cell begins and ends with a visible ASCII character, which its bytes tell at once.
    let visible = UInt8(ascii: "!")...UInt8(ascii: "~")
    if let first = utf8.first, let last = utf8.last, visible ~= first, visible ~= last {
      return self[...]
    }
    let spaces: [Unicode.Scalar] = [" ", "\t", "\u{3000}", "\u{A0}"]
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !spaces.contains($0) }),
      let last = scalars.lastIndex(where: { !spaces.contains($0) })
    else { return self[endIndex...] }
    return self[first..<scalars.index(after: last)]
  }
}
