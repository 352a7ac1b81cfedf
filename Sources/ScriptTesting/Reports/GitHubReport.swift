// The results of tests as annotations of GitHub Actions.

import Diagnostics
import Presentation

/// The results of tests as workflow commands, which GitHub shows beside the lines they are about.
struct GitHubReport {
  let run: TestRun

  init(_ run: TestRun) { self.run = run }

  var text: String {
    var lines: [String] = []
    for result in run.results where result.status != .passed {
      let failure = FailureText(result)
      lines.append(
        command(
          at: result.test.span, title: result.test.id,
          message: failure.lines(.plain).joined(separator: "\n")))
    }
    for finding in run.problems.flatMap(\.findings) {
      let more = finding.notes + (finding.suggestion.map { [$0] } ?? [])
      lines.append(
        command(
          at: finding.span, title: finding.code,
          message: ([finding.message] + more).joined(separator: "\n")))
    }
    lines.append(TextTestReport(run).summary)
    return lines.map { $0 + "\n" }.joined()
  }

  private func command(at span: SourceSpan?, title: String, message: String) -> String {
    var properties: [(String, String)] = []
    if let span {
      properties = [
        ("file", span.file.path), ("line", "\(span.line)"), ("col", "\(span.column)"),
      ]
    }
    properties.append(("title", title))
    let list = properties.map { "\($0)=\(Self.escaped($1, isProperty: true))" }
    return "::error \(list.joined(separator: ","))::\(Self.escaped(message))"
  }

  private static func escaped(_ text: String, isProperty: Bool = false) -> String {
    // Line breaks are looked for scalar by scalar: `\r\n` is one character.
    text.unicodeScalars.reduce(into: "") { output, scalar in
      switch scalar {
      case "%", "\r", "\n": output += Self.code(scalar)
      case ":", ",": if isProperty { output += Self.code(scalar) } else { fallthrough }
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "%" + (digits.count == 1 ? "0" : "") + digits
  }
}
