// What is given to `:subjects`: a register, and how it is written.

import DataSources
import Diagnostics
import Yardstick

/// A register and how it is written, as the options of `yardstick decide` say it.
struct SubjectsArgument {
  /// The path; the workspace's own register when it is left out.
  let path: String?

  /// How it is written.
  private(set) var reading = RegisterReading()

  private static let options = ["input-format", "encoding", "table", "query"]

  /// Reads `FILE --option value …`; a query is the last, and goes on to the end.
  ///
  /// - Throws: a ``Failure`` when there is no such option, or it cannot have the value.
  init(_ text: String) throws(Failure) {
    let text = " " + text
    let start = text.firstRange(of: " --")?.lowerBound ?? text.endIndex
    let path = text[..<start].trimmed
    self.path = path.isEmpty ? nil : path
    var rest = text[start...].trimmed[...]
    while rest.hasPrefix("--") {
      let name = rest.dropFirst(2).prefix { !$0.isWhitespace }
      rest = rest[name.endIndex...].drop(while: \.isWhitespace)
      let value =
        name == "query" ? rest : rest[..<(rest.firstRange(of: " --")?.lowerBound ?? rest.endIndex)]
      rest = rest[value.endIndex...].drop(while: \.isWhitespace)
      try set(String(name), String(value).trimmed)
    }
  }

  private mutating func set(_ name: String, _ value: String) throws(Failure) {
    guard Self.options.contains(name) else {
      throw Failure(
        Finding(
          "prompt.option", "`:subjects` has no option `--\(name)`",
          suggestion: NearestName.suggestion(for: name, among: Self.options)))
    }
    guard !value.isEmpty else {
      throw Failure(Finding("prompt.option", "`--\(name)` is given nothing"))
    }
    switch name {
    case "input-format": reading.format = try choice(name, value)
    case "encoding": reading.encoding = try choice(name, value)
    case "table": reading.table = value
    default: reading.query = value
    }
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ value: String
  ) throws(Failure) -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: value) { return choice }
    throw Failure(
      Finding(
        "prompt.option", "`--\(name)` cannot be `\(value)`",
        suggestion: NearestName.suggestion(for: value, among: Choice.allCases.map(\.rawValue))))
  }
}
