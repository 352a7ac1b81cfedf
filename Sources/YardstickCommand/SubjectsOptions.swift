// Options that say how a register is written.

public import ArgumentParser
public import Yardstick

/// How a register is written.
struct SubjectsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the register is: csv, jsonl or sqlite; its name says so otherwise.",
      valueName: "format"))
  var inputFormat: RegisterReading.Format?

  @Option(help: "The encoding of its text: utf-8 or gb18030.")
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp("The table of a database; its only one otherwise.", valueName: "name"))
  var table: String?

  @Option(
    help: ArgumentHelp("A SELECT in place of a table of a database.", valueName: "statement"))
  var query: String?

  /// What the options say.
  var reading: RegisterReading {
    RegisterReading(format: inputFormat, encoding: encoding, table: table, query: query)
  }

  func validate() throws {
    if table != nil, query != nil {
      throw ValidationError("--table and --query cannot both be named")
    }
  }
}

extension RegisterReading.Format: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
