// Lua's own messages, in words that tell a script's author what to do.

import Diagnostics
import LuaRuntime

/// A message of Lua's own, in words that help.
struct LuaMessage {
  /// What is wrong.
  let text: String

  /// The word of the line that is to blame.
  let word: String?

  /// What to do next.
  let suggestion: String?

  /// Words an error; what was raised on purpose stays as it is.
  init(_ error: LuaError) {
    self =
      switch error.kind {
      case .memory, .instructions: Self(limit: error)
      case .syntax: Self(syntax: error.message)
      case .runtime where error.message.isEmpty: Self(raised: "nil")
      case .runtime where error.value != nil: Self(raised: error.message)
      case .runtime where error.underlying == nil: Self(runtime: error.message)
      default: Self(error.message)
      }
  }

  private init(_ text: String, word: String? = nil, suggestion: String? = nil) {
    self.text = text
    self.word = word
    self.suggestion = suggestion
  }

  private init(limit error: LuaError) {
    guard let limit = error.usage?.limit else {
      self.init(error.message)
      return
    }
    let place = error.usage?.call.map { ", in `\($0)`" } ?? ""
    if error.kind == .memory {
      let size = Self.round(limit, 1 << 20, " MiB", " bytes")
      self.init("the script needs more than \(size) of memory\(place)")
    } else {
      let count = Self.round(limit, 1_000_000, " million", "")
      self.init("the script was stopped after \(count) instructions\(place)")
    }
  }

  private static func round(_ count: Int, _ step: Int, _ unit: String, _ rest: String) -> String {
    count >= step && count % step == 0 ? "\(count / step)\(unit)" : "\(count)\(rest)"
  }

  private init(syntax message: String) {
    // Lua shows the first byte of a letter that is not ASCII as a number.
    if message.contains(/near '<\\\d+>'/) {
      self.init(
        "only a text or a comment may hold letters beyond a to z",
        suggestion: "put the text in quotes; names are written in letters, digits and underscores")
    } else {
      self.init(message.replacing("<eof>", with: "the end of the file"))
    }
  }

  private init(raised message: String) {
    let kind = message.firstMatch(of: /error object \((.*)\)/)?.1 ?? "nil"
    self.init(
      kind == "nil"
        ? "the script raised an error without a message"
        : "the script raised an error that is no text (\(kind))",
      word: "error", suggestion: "say what is wrong, as in `error(\"there is no rate\")`")
  }

  /// What sealing refuses names what is to blame, and ends with what to do.
  private init?(sealing message: String) {
    let refusals = [
      " cannot be set here: ", " cannot be changed here: ", ", which would go on in one evaluation",
    ]
    guard refusals.contains(where: message.contains), let end = message.ranges(of: "; ").last
    else { return nil }
    let word = message.prefixMatch(of: /(?:the [a-z ]+ )?`([^`]+)`/).map { String($0.1) }
    self.init(
      String(message[..<end.lowerBound]), word: word,
      suggestion: String(message[end.upperBound...]))
  }

  private init(runtime message: String) {
    if let refusal = Self(sealing: message) {
      self = refusal
      return
    }
    let pattern = /attempt to (call|index|.*) a nil value \((global|.*) '(.+)'\)/
    guard let match = message.wholeMatch(of: pattern) else {
      self.init(message)
      return
    }
    let name = String(match.3)
    if match.2 == "global" {
      let isOutside = Self.outside.contains(name)
      self.init(
        isOutside ? "scripts have no `\(name)`" : "nothing is called `\(name)`", word: name,
        suggestion: isOutside
          ? "scripts see no files, clock, chance or modules; use what `e`, `p`, `obs` and `at` give"
          : NearestName.of(name, among: Self.globals).map { "did you mean `\($0)`?" }
            ?? "define it above, as in `local \(name) = …`")
    } else {
      let what =
        switch match.1 {
        case "call": "it cannot be called"
        case "index": "nothing can be read from it"
        default: "it cannot be calculated with"
        }
      self.init("`\(name)` is nil, so \(what)", word: name)
    }
  }

  /// What scripts may call.
  private static let globals = [
    "assert", "coroutine", "date", "eligibility", "error", "indicator", "ipairs", "load", "math",
    "next", "pairs", "pcall", "print", "progress", "quantity", "require", "select", "stats",
    "string", "table", "tonumber", "tostring", "type",
  ]

  /// What Lua has elsewhere, and the sandbox leaves out.
  private static let outside: Set<String> = [
    "collectgarbage", "debug", "dofile", "io", "loadfile", "os", "package", "require", "warn",
  ]
}
