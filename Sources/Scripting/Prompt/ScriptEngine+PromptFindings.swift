// The words for what can be wrong with a line of a prompt, and for what its author may not expect.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities

extension ScriptEngine {
  /// An error of a line as a failure with its place, in this line or an earlier one.
  func promptFailure(_ error: LuaError, _ context: EvaluationContext? = nil) -> Failure {
    // What the prompt itself has called between the line and the error is nobody's business.
    let frames = error.traceback.filter { sources[$0.location.chunk] != nil }
    let isKnown = error.location.map { sources[$0.chunk] != nil } ?? false
    let located = LuaError(
      error.kind, error.message, location: isKnown ? error.location : frames.first?.location,
      traceback: frames, value: error.value, underlying: error.underlying, usage: error.usage)
    if error.kind == .missing, error.underlying == nil {
      return Failure(missing(located, context?.gaps.last))
    }
    let failure = failure(located)
    return Failure(failure.findings.map(reworded), kind: failure.kind)
  }

  /// What is missing, in one sentence, and what there is instead.
  private func missing(_ error: LuaError, _ gap: Gap?) -> Finding {
    let span = error.location.flatMap { location in
      sources[location.chunk].map { file in
        gap.flatMap { file.span(of: $0.word, onLine: location.line) }
          ?? file.span(ofLine: location.line)
      }
    }
    var notes: [String] = []
    var suggestion: String?
    switch gap {
    case .observation(let series, let area, let period)?,
      .boundOnly(let series, let area, let period)?:
      let periods = Set(observations.all(series: series, area: area).map(\.period))
        .filter { observations.preferred(series: series, area: area, period: $0)?.bound == nil }
        .sorted()
      if periods.isEmpty {
        let others = observations.areas.filter {
          $0 != area && !observations.all(series: series, area: $0).isEmpty
        }
        notes = [
          others.isEmpty
            ? "nothing is published of `\(series)`"
            : "`\(series)` is published for \(others.prefix(8).joined(separator: ", "))"
        ]
      } else {
        notes = ["published are \(periods.suffix(12).map(\.description).joined(separator: ", "))"]
        let latest = periods.last { $0 < period } ?? periods[0]
        suggestion = "ask for another period, such as \(latest)"
      }
    case .field(let name)?:
      suggestion = "write `:get(\"\(name)\", …)` to say what counts instead"
    case .openParameter(let name)?:
      suggestion = "write `:get(\"\(name)\", …)` to try a value"
    case .decision?: suggestion = "ask for `.status` and `.missing` first"
    case nil: break
    }
    return Finding("script.missing", error.message, at: span, notes: notes, suggestion: suggestion)
  }

  /// Lua's own words, in those of a prompt.
  private func reworded(_ finding: Finding) -> Finding {
    var message = finding.message
    var suggestion = finding.suggestion
    if finding.code == "script.syntax" {
      message = message.replacing("the end of the file", with: "the end")
      if let word = message.wholeMatch(of: /the end expected near '?(.+?)'?/)?.1 {
        message = "nothing can follow here, but `\(word)` does"
      }
    } else if let name = message.wholeMatch(of: /nothing is called `(.+)`/)?.1 {
      suggestion = advice(onName: String(name)) ?? suggestion
    }
    let span = finding.code == "script.syntax" ? finding.span.map { place(in: $0, message) } : nil
    return Finding(
      finding.code, message, severity: finding.severity, at: span ?? finding.span,
      notes: finding.notes, suggestion: suggestion)
  }

  /// The place in a row that Lua could not read any further.
  private func place(in row: SourceSpan, _ message: String) -> SourceSpan {
    if message.hasPrefix("only a text or a comment"),
      let word = ScriptWords(row.file).words.first(where: {
        $0.line == row.line && $0.kind == .name && !$0.text.allSatisfy(\.isASCII)
      })
    {
      return SourceSpan(
        file: row.file, line: word.line, column: word.column, length: word.text.count)
    }
    let word = message.firstMatch(of: /(?:near '?|but `)(.+?)['`]?(?: does)?$/)?.1
    return word.flatMap { row.file.place(of: String($0), onLine: row.line) } ?? row
  }

  // MARK: Hints

  /// What the author of a line may not expect.
  func hints(on run: PromptRun, _ session: PromptMemory) -> [String] {
    guard case .values(let values) = run.result, let file = run.file else { return [] }
    let words = ScriptWords(file).words
    if run.isExpression, values == [.nothing], words.count == 1, let word = words.first,
      word.kind == .name, !["nil", "_"].contains(word.text)
    {
      return [
        "nothing is called `\(word.text)`" + (advice(onName: word.text).map { "; \($0)" } ?? "")
      ]
    }
    let names = Self.unusedLocals(words)
    guard !run.isExpression, let first = names.first else { return [] }
    return [
      "`\(first)` is gone with the end of the line; leave out `local` to keep it"
    ]
  }

  /// The names that a text begins by declaring as local and never uses.
  private static func unusedLocals(_ words: [ScriptWords.Word]) -> [String] {
    guard words.first?.text == "local" else { return [] }
    var rest = words.dropFirst()
    if rest.first?.text == "function" { rest = rest.dropFirst() }
    var names: [String] = []
    while let word = rest.first, word.kind == .name {
      names.append(word.text)
      rest = rest.dropFirst()
      guard rest.first?.text == "," else { break }
      rest = rest.dropFirst()
    }
    let isUsed = rest.contains { $0.kind == .name && names.contains($0.text) }
    return isUsed ? [] : names
  }

  /// What a name that nothing is called by may mean.
  private func advice(onName name: String) -> String? {
    if catalog.series[name] != nil { return "the series is `obs.\(name)`" }
    if !indicators.versions(of: name).isEmpty { return "the indicator is `value \"\(name)\"`" }
    if !eligibilities.versions(of: name).isEmpty {
      return "the eligibility is `decide \"\(name)\"`"
    }
    if catalog.targets[name] != nil { return "the target is `assess \"\(name)\"`" }
    if catalog.instruments[name] != nil {
      return "the parameters of the instrument are `p \"\(name)\"`"
    }
    if catalog.subjects.contains(where: { $0.field(name) != nil }) {
      return "the field of the current subject is `e.\(name)`"
    }
    var known = (prompt?.names ?? []) + ["at", "e", "obs"]
    for entry in (try? prompt?.library.excerpt(entries: 1000, textBytes: 64))?.entries ?? [] {
      if case .string(let name) = entry.key { known.append(name) }
    }
    return NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
  }
}

extension SourceFile {
  /// The first place of some characters in a line.
  fileprivate func place(of text: String, onLine number: Int) -> SourceSpan? {
    let line = line(number)
    guard let range = line.firstRange(of: text) else { return nil }
    return SourceSpan(
      file: self, line: number,
      column: line.distance(from: line.startIndex, to: range.lowerBound) + 1, length: text.count)
  }
}
