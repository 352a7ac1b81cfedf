// Options that several commands share.

public import ArgumentParser
public import Yardstick

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of yardstick.yaml.", valueName: "folder"))
  var workspace = "."

  @Option(name: .customLong("lang"), help: "The language of labels: en or zh.")
  var language: Language = .en
}

/// How results are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  case jsonl
  case csv
  case markdown
}

extension Language: ExpressibleByArgument {}
extension RegisterLayout: ExpressibleByArgument {}
extension ProgressMethod: ExpressibleByArgument {}

extension OutputFormat {
  /// Refuses a format that a command does not have.
  func check(among formats: [OutputFormat]) throws {
    guard !formats.contains(self) else { return }
    let known = formats.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("this command has no format '\(rawValue)'; it has \(known)")
  }
}
