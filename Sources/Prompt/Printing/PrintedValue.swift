// A value in every form in which it can be written.

import Yardstick

/// A value in every form in which it can be written.
struct PrintedValue {
  /// For people; ends with a newline.
  let text: String

  /// Its rows and columns; a single value has one of each.
  let table: TextTable

  /// As JSON.
  let json: JSONValue

  /// Its rows and columns for programs, where these are other than for people.
  var data: TextTable?

  /// As Markdown, where it is more than its table.
  var markdown: String?

  /// The value in a form.
  func written(_ mode: PromptMode) -> String {
    switch mode {
    case .table: text
    case .csv: (data ?? table).csv
    case .json: json.pretty.terminated
    case .markdown: markdown ?? table.markdown
    }
  }
}

extension PromptSession {
  /// Results as they are put out; `number` is the one under which the first is kept.
  func printed(_ values: [PromptValue], number: Int? = nil) -> String {
    let printer = ValuePrinter(self)
    return values.enumerated().map { position, value in
      let text = printer.print(value).written(mode)
      guard position == 0, settings.showsNumbers, let number, mode == .table else { return text }
      let mark = settings.style.dim("_\(number) = ")
      // A report begins on a line of its own.
      return text.dropLast().contains("\n")
        ? settings.style.dim("_\(number):") + "\n" + text : mark + text
    }.joined()
  }
}
