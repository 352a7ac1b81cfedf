// The forms in which coverage is written.

import Diagnostics
import Evaluation
import LuaRuntime
public import Presentation
import Scripting

/// A form in which coverage is written.
public enum CoverageFormat: String, CaseIterable, Sendable {
  /// For people: what was not reached, and the shares.
  case text
  /// LCOV, whose branches are the outcomes of conditions.
  case lcov
  /// Cobertura XML, as continuous integration systems read it.
  case cobertura
}

extension Coverage {
  /// The coverage in a form.
  public func report(_ format: CoverageFormat, style: Style = .plain) -> String {
    switch format {
    case .text: text(style)
    case .lcov: lcov
    case .cobertura: cobertura
    }
  }

  private func text(_ style: Style) -> String {
    var lines: [String] = []
    for definition in definitions {
      for condition in definition.conditions {
        let never = condition.counts.filter { $0.count == 0 }.map(\.outcome.rawValue)
        guard !never.isEmpty else { continue }
        let what =
          never.count == condition.counts.count ? "tried" : never.joined(separator: " and never ")
        lines.append(
          "\(definition.id): `\(condition.title.onOneLine)` is never \(what)  "
            + style.dim(condition.span.place))
      }
      if definition.capped == 0 {
        lines.append(
          "\(definition.id): the cap is never reached  " + style.dim(definition.span.place))
      }
    }
    for script in scripts {
      let never = script.lines.filter { $0.count == 0 }.map(\.line)
      guard !never.isEmpty else { continue }
      lines.append(
        "\(script.path): never runs in \(never.count == 1 ? "line" : "lines") \(ranges(never))")
    }
    lines.append("coverage: outcomes \(outcomes), lines \(self.lines)")
    return lines.map { $0 + "\n" }.joined()
  }

  /// Numbers in ascending order, neighbours as a range: `3, 5-7`.
  private func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

/// The conditions of a script and its lines, as reports for programs show them.
struct ScriptCoverage {
  /// A line with the outcomes of each condition that begins on it.
  struct Line {
    let number: Int
    let count: Int
    let branches: [[Int]]

    /// How many outcomes there are, and how many were seen.
    var outcomes: Coverage.Share {
      let counts = branches.flatMap(\.self)
      return Coverage.Share(covered: counts.count { $0 > 0 }, total: counts.count)
    }
  }

  let path: String
  let lines: [Line]

  /// How many outcomes there are, and how many were seen.
  var outcomes: Coverage.Share {
    let shares = lines.map(\.outcomes)
    return Coverage.Share(
      covered: shares.reduce(0) { $0 + $1.covered }, total: shares.reduce(0) { $0 + $1.total })
  }

  /// How many lines there are, and how many ran.
  var share: Coverage.Share {
    Coverage.Share(covered: lines.count { $0.count > 0 }, total: lines.count)
  }
}

extension Coverage {
  /// The scripts with their lines, and the outcomes at the lines where conditions and definitions begin.
  var byScript: [ScriptCoverage] {
    var branches: [String: [Int: [[Int]]]] = [:]
    for definition in definitions {
      for condition in definition.conditions {
        branches[condition.span.file.path, default: [:]][condition.span.line, default: []]
          .append(condition.counts.map(\.count))
      }
      if let capped = definition.capped {
        branches[definition.span.file.path, default: [:]][definition.span.line, default: []]
          .append([capped])
      }
    }
    let counts = Dictionary(scripts.map { ($0.path, $0.lines) }, uniquingKeysWith: { $1 })
    return Set(branches.keys).union(counts.keys).sorted().map { path in
      let known = Dictionary(
        (counts[path] ?? []).map { ($0.line, $0.count) }, uniquingKeysWith: { $1 })
      let outcomes = branches[path] ?? [:]
      let numbers = Set(known.keys).union(outcomes.keys).sorted()
      return ScriptCoverage(
        path: path,
        lines: numbers.map { number in
          let seen = outcomes[number] ?? []
          return ScriptCoverage.Line(
            number: number, count: known[number] ?? seen.flatMap(\.self).reduce(0, +),
            branches: seen)
        })
    }
  }

  /// The coverage as LCOV.
  fileprivate var lcov: String {
    byScript.map { script in
      var lines = ["TN:", "SF:\(script.path)"]
      for line in script.lines {
        for (block, counts) in line.branches.enumerated() {
          for (branch, count) in counts.enumerated() {
            lines.append("BRDA:\(line.number),\(block),\(branch),\(count)")
          }
        }
      }
      lines += ["BRF:\(script.outcomes.total)", "BRH:\(script.outcomes.covered)"]
      lines += script.lines.map { "DA:\($0.number),\($0.count)" }
      lines += ["LF:\(script.share.total)", "LH:\(script.share.covered)", "end_of_record"]
      return lines.map { $0 + "\n" }.joined()
    }.joined()
  }

  /// The coverage as Cobertura XML, without a time stamp.
  fileprivate var cobertura: String {
    let scripts = byScript
    let lines = Share(
      covered: scripts.reduce(0) { $0 + $1.share.covered },
      total: scripts.reduce(0) { $0 + $1.share.total })
    let classes = scripts.map { script in
      XMLElement(
        "class",
        [("name", script.path), ("filename", script.path)] + Self.rates(script),
        [
          XMLElement("methods", []),
          XMLElement("lines", [], script.lines.map(Self.element)),
        ])
    }
    let rates = [
      ("line-rate", lines.rate), ("branch-rate", outcomes.rate), ("complexity", "0"),
    ]
    return XMLElement(
      "coverage",
      [
        ("line-rate", lines.rate), ("branch-rate", outcomes.rate),
        ("lines-covered", "\(lines.covered)"), ("lines-valid", "\(lines.total)"),
        ("branches-covered", "\(outcomes.covered)"), ("branches-valid", "\(outcomes.total)"),
        ("complexity", "0"), ("version", "yardstick"), ("timestamp", "0"),
      ],
      [
        XMLElement("sources", [], [XMLElement("source", [], text: ".")]),
        XMLElement(
          "packages", [],
          [
            XMLElement(
              "package", [("name", "scripts")] + rates, [XMLElement("classes", [], classes)])
          ]),
      ]
    ).document(
      type: "<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\">")
  }

  private static func rates(_ script: ScriptCoverage) -> [(name: String, value: String)] {
    [
      ("line-rate", script.share.rate), ("branch-rate", script.outcomes.rate),
      ("complexity", "0"),
    ]
  }

  private static func element(_ line: ScriptCoverage.Line) -> XMLElement {
    var attributes = [
      (name: "number", value: "\(line.number)"), (name: "hits", value: "\(line.count)"),
    ]
    if line.branches.isEmpty {
      attributes.append(("branch", "false"))
    } else {
      let share = line.outcomes
      attributes.append(("branch", "true"))
      attributes.append(
        (
          "condition-coverage",
          "\(share.covered * 100 / share.total)% (\(share.covered)/\(share.total))"
        ))
    }
    return XMLElement("line", attributes)
  }
}

extension Coverage.Share {
  /// The share as a number from 0 to 1 with four decimals, rounded down.
  fileprivate var rate: String {
    guard total > 0, covered < total else { return "1" }
    let digits = String(covered * 10_000 / total)
    return "0." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
