// What can be typed at the prompt beside Lua: commands that begin with `:` or `?`.

import Yardstick

/// A command of the prompt.
struct PromptCommand: Sendable {
  /// What a command is given, for completion.
  enum Argument: Sendable {
    case nothing
    case text
    case expression
    case topic
    case series
    case area
    case plugin
    case file
    case mode
    case choice([String])
  }

  /// The name behind the `:`.
  let name: String

  /// How it is written, without its name.
  let usage: String

  let argument: Argument

  /// What it does, in English and in Chinese.
  let en: String
  let zh: String

  let run: @Sendable (PromptSession, String) throws(Failure) -> PromptReply

  func summary(_ language: Language) -> String { language.text(en: en, zh: zh) }

  /// Every command, in the order of the help.
  static let all: [PromptCommand] = looking + settings + working + saving + [help, quit]

  /// The command with a name.
  static func named(_ name: String) -> PromptCommand? { all.first { $0.name == name } }

  /// Runs an entry that begins with `:` or `?`.
  static func run(_ entry: String, in session: PromptSession) throws(Failure) -> PromptReply {
    let entry = entry.trimmed
    if entry.hasPrefix("??") { return try source(of: entry.dropFirst(2).trimmed, session) }
    if entry.hasPrefix("?") { return try about(entry.dropFirst().trimmed, session) }
    let name = String(entry.dropFirst().prefix { !$0.isWhitespace })
    let argument = entry.dropFirst(name.count + 1).trimmed
    guard let command = named(name) else {
      throw Failure(
        Finding(
          "prompt.unknown-command", "there is no command `:\(name)`",
          suggestion: NearestName.of(name, among: all.map(\.name)).map { "did you mean `:\($0)`?" }
            ?? "`:help` lists them"))
    }
    if case .nothing = command.argument, !argument.isEmpty {
      throw Failure(
        Finding(
          "prompt.argument", "`:\(name)` takes nothing, and was given `\(argument)`",
          suggestion: "write `:\(name)`"))
    }
    return try command.run(session, argument)
  }

  /// A failure because a command was given nothing.
  static func needs(_ name: String, _ what: String, example: String) -> Failure {
    Failure(
      Finding(
        "prompt.argument", "`:\(name)` needs \(what)", suggestion: "write `:\(name) \(example)`"))
  }

  static let help = PromptCommand(
    name: "help", usage: "", argument: .nothing, en: "this list", zh: "本帮助"
  ) { session, _ throws(Failure) in PromptReply(output: HelpPage.text(session.settings)) }

  static let quit = PromptCommand(
    name: "quit", usage: "", argument: .nothing, en: "leave; Ctrl-D does too", zh: "退出，亦可按 Ctrl-D"
  ) { _, _ throws(Failure) in
    var reply = PromptReply()
    reply.ends = true
    return reply
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(String(start.reversed().drop(while: \.isWhitespace)).reversed())
  }
}
