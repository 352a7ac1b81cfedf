// What can stand at the cursor.

import Catalog
import Yardstick

/// Something that can stand at the cursor.
public struct Candidate: Sendable, Hashable {
  /// What is put in place of the word.
  public let text: String

  /// What it is, in a few words; empty where the text says it all.
  public let note: String
}

/// Knows what can stand at the cursor.
struct Completer {
  let catalog: Catalog
  let language: Language

  /// The ids of what scripts define.
  let eligibilities: [String]
  let indicators: [String]

  /// The ids of the workspace's plugins.
  let plugins: () -> [String]

  /// The names of the session's own variables.
  var variables: [String] = []

  /// The keys of the loaded subjects, in ascending order.
  var subjects: [String] = []

  /// The periods of a series for the session's area.
  let periods: (String) -> [String]

  /// The names in a table, a library or something else that has members.
  let members: (String) -> [String]

  /// The names of files and folders that begin with a path.
  let files: (String) -> [String]

  /// The candidates for the word before the cursor, in order, with the length of the word in characters.
  func candidates(for text: String) -> (word: String, candidates: [Candidate]) {
    let place = CompletionPlace(text)
    let all = candidates(place)
    var seen: Set<String> = []
    let fitting = all.filter { $0.text.hasPrefix(place.word) && seen.insert($0.text).inserted }
    return (place.word, fitting.sorted { $0.text < $1.text })
  }

  private func candidates(_ place: CompletionPlace) -> [Candidate] {
    switch place.kind {
    case .nothing: []
    case .name: names
    case .member(let owner, let separator): members(of: owner, separator)
    case .period(let series):
      periods(series).map { period in
        Candidate(text: period.allSatisfy(\.isNumber) ? period : "\"\(period)\"", note: "")
      }
    case .text(let function, let field): texts(function, field, place.word)
    case .command:
      PromptCommand.all.map { Candidate(text: ":" + $0.name, note: $0.summary(language)) }
    case .argument(let command, let text): arguments(of: command, place.word, text)
    case .topic: topics
    }
  }

  // MARK: Names and members

  private var names: [Candidate] {
    variables.map { Candidate(text: $0, note: language.text(en: "variable", zh: "变量")) }
      + (Self.globals + Self.keywords).map { Candidate(text: $0, note: "") }
  }

  private func members(of owner: String, _ separator: Character) -> [Candidate] {
    switch (owner, separator) {
    case ("e", ":"), ("subject", ":"):
      ["decision", "get"].map { Candidate(text: $0, note: "") }
    case ("e", "."), ("subject", "."):
      catalog.subjects.flatMap(\.fields).map { Candidate(text: $0.name, note: title($0.title)) }
    case ("p", "."): parameters
    case (_, ":") where catalog.series[owner] != nil:
      MethodNames.ofSeries.map { Candidate(text: $0, note: "") }
    case ("stats", "."), ("progress", "."):
      MethodNames.functions(of: owner).map { Candidate(text: $0.name, note: $0.usage) }
    case ("obs", "."): catalog.series.map { Candidate(text: $0.id, note: title($0.title)) }
    default: members(owner).map { Candidate(text: $0, note: "") }
    }
  }

  private var parameters: [Candidate] {
    catalog.instruments.flatMap { instrument in
      instrument.parameters.map { Candidate(text: $0.name, note: title($0.title)) }
    }
  }

  /// The names that lines see before anything is assigned.
  static let globals = [
    "assert", "assess", "at", "coroutine", "date", "decide", "e", "eligibility", "error",
    "getmetatable", "indicator", "ipairs", "load", "math", "max", "min", "next", "obs", "p",
    "pairs", "pcall", "print", "progress", "quantity", "rawequal", "rawget", "rawlen", "rawset",
    "require",
    "select", "setmetatable", "stats", "string", "subject", "subjects", "sum", "table", "tonumber",
    "tostring", "type", "utf8", "value", "xpcall",
  ]

  /// The words of Lua.
  private static let keywords = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local",
    "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]

  // MARK: Texts

  private func texts(_ function: String?, _ field: String?, _ word: String) -> [Candidate] {
    if let values = field.flatMap(values) { return values }
    switch function {
    case "obs", "area": return areas
    case "subject": return keys(word)
    case "decide", "eligibility", "decision": return decided
    case "indicator", "value": return ids(indicators)
    case "assess", "target": return targets + ids(indicators)
    case "p", "instrument":
      return catalog.instruments.map { Candidate(text: $0.id, note: title($0.title)) }
    case "unit":
      return catalog.units.units.filter { !$0.symbol.isEmpty }.map {
        Candidate(text: $0.symbol, note: $0.english)
      }
    case "series": return catalog.series.map { Candidate(text: $0.id, note: title($0.title)) }
    default: return topics + areas
    }
  }

  /// The values of an enumeration.
  private func values(ofField name: String) -> [Candidate]? {
    for kind in catalog.subjects {
      guard let field = kind.field(name) else { continue }
      switch field.type {
      case .enumeration(let values):
        return values.map { Candidate(text: $0.value, note: title($0.title)) }
      case .area: return areas
      default: continue
      }
    }
    return nil
  }

  private var areas: [Candidate] {
    catalog.areas.map { Candidate(text: $0.id, note: title($0.title)) }
  }

  private var targets: [Candidate] {
    catalog.targets.map { Candidate(text: $0.id, note: title($0.title)) }
  }

  private var decided: [Candidate] {
    eligibilities.map { id in
      Candidate(text: id, note: catalog.instruments[id].map { title($0.title) } ?? "")
    }
  }

  private func ids(_ ids: [String]) -> [Candidate] {
    ids.map { id in Candidate(text: id, note: catalog.targets[id].map { title($0.title) } ?? "") }
  }

  /// The first keys that begin with a word, found in a list of any length at once.
  private func keys(_ word: String) -> [Candidate] {
    var low = 0
    var high = subjects.count
    while low < high {
      let middle = (low + high) / 2
      if subjects[middle] < word { low = middle + 1 } else { high = middle }
    }
    return subjects[low...].prefix(1000).prefix { $0.hasPrefix(word) }
      .map { Candidate(text: $0, note: "") }
  }

  /// Everything that has an id.
  private var topics: [Candidate] {
    targets + decided + ids(indicators)
      + catalog.instruments.map { Candidate(text: $0.id, note: title($0.title)) }
      + catalog.series.map { Candidate(text: $0.id, note: title($0.title)) }
      + catalog.subjects.flatMap(\.fields).map {
        Candidate(text: $0.name, note: title($0.title))
      }
  }

  // MARK: Commands

  private func arguments(of command: String, _ word: String, _ text: String) -> [Candidate] {
    switch PromptCommand.named(command)?.argument {
    case .area?: areas
    case .plugin?: plugins().map { Candidate(text: $0, note: "") }
    case .series?: catalog.series.map { Candidate(text: $0.id, note: title($0.title)) }
    case .topic?: topics
    case .file?: files(word).map { Candidate(text: $0, note: "") }
    case .mode?: PromptMode.allCases.map { Candidate(text: $0.rawValue, note: "") }
    case .choice(let words)?: words.map { Candidate(text: $0, note: "") }
    case .expression?: expression(text) + (Self.isOneWord(text) ? topics : [])
    case .text?, .nothing?, nil: []
    }
  }

  /// What can stand at the end of an expression.
  private func expression(_ text: String) -> [Candidate] { candidates(CompletionPlace(text)) }

  private static func isOneWord(_ text: String) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  private func title(_ title: Title) -> String { language.title(title) }
}
