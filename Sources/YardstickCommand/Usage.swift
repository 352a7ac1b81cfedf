// What is wrong with how a command was called, told like every other finding.

import ArgumentParser
import Yardstick

/// Tells mistakes in a command's arguments.
enum Usage {
  /// The finding for what the argument parser says.
  ///
  /// - Parameters:
  ///   - message: What is wrong, as a sentence with names in straight quotes.
  ///   - help: The same with the command's usage, which names the command that was called.
  static func failure(_ message: String, help: String) -> Failure {
    let words = message.split(separator: "'", omittingEmptySubsequences: false)
    if words.count == 3, words[0] == "Unexpected argument ", let unknown = unknownCommand {
      return unknown
    }
    let lines = message.split(separator: "\n")
      .map { $0.hasPrefix("  - ") ? "`\($0.dropFirst(4))`" : "\($0)" }
    // A second sentence says what to do; a list that it ends in goes on in the lines below.
    let sentences = (lines.first ?? "")
      .replacing(/(^|[^a-z])'([^']+)'/) { "\($0.1)`\($0.2)`" }
      .split(separator: ". ", maxSplits: 1).map(clause)
    let list = lines.dropFirst().joined(separator: ", ")
    let advice = sentences.dropFirst().first.map { list.isEmpty ? $0 : "\($0) \(list)" }
    return Failure(
      Finding(
        "argument.usage", sentences.first ?? "the command cannot be read",
        suggestion: advice ?? "`\(command(in: help)) --help` shows what it takes"))
  }

  /// A sentence as findings write it: without a capital, and without a full stop.
  private static func clause(_ sentence: Substring) -> String {
    let text = sentence.hasSuffix(".") ? sentence.dropLast() : sentence
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// A first word that is no command, with the nearest one.
  private static var unknownCommand: Failure? {
    guard let name = CommandLine.arguments.dropFirst().first, !name.hasPrefix("-") else {
      return nil
    }
    let known = YardstickCommand.configuration.subcommands
      .compactMap { $0.configuration.commandName }
    guard !known.contains(name) else { return nil }
    return Failure(
      Finding(
        "argument.unknown-command", "there is no command `\(name)`",
        suggestion: NearestName.suggestion(for: name, among: known)))
  }

  /// The command whose usage is shown, such as `yardstick catalog list`.
  private static func command(in help: String) -> String {
    let usage = help.split(separator: "\n").first { $0.hasPrefix("Usage: ") } ?? ""
    let words = usage.split(separator: " ").dropFirst()
      .prefix { !$0.hasPrefix("[") && !$0.hasPrefix("<") && !$0.hasPrefix("-") }
    return words.isEmpty ? "yardstick" : words.joined(separator: " ")
  }
}
