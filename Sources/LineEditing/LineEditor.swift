// Editing at the terminal: a prompt, keys, history and completion.

import CLineEditing
import Diagnostics

/// Reads entries from a person at the terminal.
///
/// An entry is one line, or several: as long as it is not complete, Enter asks for a further line. The
/// keys are those of Emacs, as in most shells, besides:
///
/// - Up and Down move between the lines of an entry, and beyond them to earlier and later entries.
/// - Ctrl-R and Ctrl-S search earlier and later entries while they are typed into.
/// - Tab completes; after nothing but blanks it indents by two spaces.
/// - A paste is inserted as it is, with its line breaks; Enter then enters it as one entry.
/// - Ctrl-C drops the entry, Ctrl-D ends on an empty line, Ctrl-Z stops the process.
///
/// An earlier entry of several lines comes back with all of them, and can be edited.
///
/// While the editor is open, the terminal does not echo what is typed ahead; it shows when its line is
/// read. Between entries Ctrl-C is a signal, for which there is ``Interrupt``. There can be one editor
/// in a process; it is not thread-safe. However the process ends, except by SIGKILL or a crash, the
/// terminal is left as it was.
public final class LineEditor {
  /// What was entered before.
  public private(set) var history: EntryHistory

  /// Answers the completion key: gets the entry up to the cursor, its earlier lines included.
  ///
  /// Typing waits for the answer, which should take less than 50 ms.
  public var complete: (String) -> Completions {
    get { completer.complete }
    set { completer.complete = newValue }
  }

  private let editor: OpaquePointer
  private let completer: Completer

  /// Opens the editor.
  ///
  /// It is nil where standard input or output is no terminal, or another editor is open.
  public init?(name: String, history: EntryHistory = EntryHistory()) {
    let completer = Completer()
    let context = Unmanaged.passUnretained(completer).toOpaque()
    let limit = Int32(clamping: history.limit)
    let answer: yse_complete = { context in
      guard let context else { return }
      Unmanaged<Completer>.fromOpaque(context).takeUnretainedValue().answer()
    }
    guard let editor = yse_open(name, limit, answer, context) else { return nil }
    completer.editor = editor
    self.editor = editor
    self.completer = completer
    self.history = history
    for entry in history.entries { yse_remember(editor, entry) }
  }

  deinit { yse_close(editor) }

  /// The size of the terminal.
  public var size: (columns: Int, rows: Int) { completer.size }

  /// Reads an entry.
  ///
  /// Whole entries that are not blank go to the history. Ctrl-D on an empty further line enters what is
  /// there, complete or not, so that the caller can say what is missing.
  ///
  /// - Parameters:
  ///   - prompt: Shown before the first line; it may hold escape sequences for colours.
  ///   - continuation: Shown before further lines.
  ///   - isComplete: Whether a text is a whole entry; it is asked after each line.
  public func read(
    prompt: String, continuation: String, isComplete: (String) -> Bool
  ) -> LineInput {
    completer.earlier = ""
    defer { completer.earlier = "" }
    while true {
      let isFirst = completer.earlier.isEmpty
      let (outcome, line) = readLine(isFirst ? prompt : continuation)
      let entry = completer.earlier + line
      switch outcome {
      case YSE_LINE:
        if isComplete(entry) { return enter(entry) }
        completer.earlier = entry + "\n"
      case YSE_INTERRUPTED:
        return .interrupted
      case YSE_END where !isFirst:
        return enter(String(entry.dropLast()))
      default:
        return .end
      }
    }
  }

  /// Gives the terminal its usual settings back while something else uses it, such as a pager.
  public func whileSuspended<Result, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    yse_suspend(editor)
    defer { yse_resume(editor) }
    return try work()
  }

  private func readLine(_ prompt: String) -> (outcome: yse_outcome, line: String) {
    var text: UnsafePointer<CChar>?
    var length = 0
    let mark = CChar(truncatingIfNeeded: PromptText.mark.asciiValue ?? 1)
    let outcome = yse_read(editor, PromptText(prompt).marked, mark, &text, &length)
    return (outcome, String(text, length: length))
  }

  private func enter(_ entry: String) -> LineInput {
    history.add(entry)
    if history.entries.last == entry { yse_remember(editor, entry) }
    return .text(entry)
  }
}

/// Answers the completion key for the editor.
private final class Completer {
  var complete: (String) -> Completions = { _ in .none }
  /// The lines of the entry before the one being edited, each with its line break.
  var earlier = ""
  var editor: OpaquePointer?

  var size: (columns: Int, rows: Int) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    yse_size(&columns, &rows)
    return (Int(columns), Int(rows))
  }

  /// Called by C, in the middle of a line.
  func answer() {
    guard let editor else { return }
    var length = 0
    let text = yse_before_cursor(editor, &length)
    let before = earlier + String(text, length: length)
    switch CompletionStep(before: before, answer: complete(before)) {
    case .nothing:
      yse_beep(editor)
    case .replace(let count, let text):
      if !yse_replace_before_cursor(editor, count, text) { yse_beep(editor) }
    case .list(let candidates):
      let list = CandidateList(candidates, columns: size.columns, rows: size.rows)
      yse_show_below(editor, list.lines.map { $0 + "\n" }.joined())
    }
  }
}

extension String {
  /// Copies UTF-8 from C.
  fileprivate init(_ bytes: UnsafePointer<CChar>?, length: Int) {
    let buffer = UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : length)
    self = buffer.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
  }
}
