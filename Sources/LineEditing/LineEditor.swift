// Editing at the terminal: a prompt, keys, history and completion.

import CLineEditing
import Diagnostics

/// Reads entries from a person at the terminal.
///
/// An entry is one line, or several: as long as it is not complete, Enter begins a further line, where
/// the cursor is. All its lines can be edited until it is entered. The keys are those of Emacs, as in
/// most shells, besides:
///
/// - Up and Down move between the lines of an entry, and beyond them to earlier and later entries.
/// - Ctrl-R and Ctrl-S search earlier and later entries while they are typed into.
/// - Tab completes; after nothing but blanks it indents by two spaces.
/// - A paste is inserted as it is, with its line breaks; Enter then enters it as one entry.
/// - Ctrl-C drops the entry, Ctrl-D ends on an empty line, Ctrl-Z stops the process.
///
/// While the editor is open, the terminal does not echo what is typed ahead; it shows when its line is
/// read. Between entries Ctrl-C is an ``Interrupt``, and drops what was typed ahead. There can be one editor in a process; it is not thread-safe. However the process ends,
/// except by SIGKILL, the terminal is left as it was.
public final class LineEditor {
  /// What was entered before.
  public private(set) var history: EntryHistory

  /// Answers the completion key: gets the entry up to the cursor.
  ///
  /// Typing waits for the answer, which should take less than 50 ms.
  public var complete: (String) -> Completions {
    get { answers.complete }
    set { answers.complete = newValue }
  }

  private let editor: OpaquePointer
  private let answers: Answers

  /// Opens the editor.
  ///
  /// It is nil where standard input or output is no terminal, or another editor is open.
  public init?(name: String, history: EntryHistory = EntryHistory()) {
    let answers = Answers()
    let callbacks = yse_callbacks(
      complete: { Answers.of($0)?.completeWord() },
      is_whole: { Answers.of($0)?.isWhole($1, $2) ?? true },
      context: Unmanaged.passUnretained(answers).toOpaque())
    let limit = Int32(clamping: history.limit)
    guard let editor = yse_open(name, limit, callbacks) else { return nil }
    answers.editor = editor
    self.editor = editor
    self.answers = answers
    self.history = history
    for entry in history.entries { yse_remember(editor, entry) }
  }

  deinit { yse_close(editor) }

  /// The size of the terminal.
  public var size: (columns: Int, rows: Int) { answers.size }

  /// Reads an entry.
  ///
  /// Whole entries that are not blank go to the history. Ctrl-D on an empty further line enters what is
  /// there, complete or not, so that the caller can say what is missing.
  ///
  /// - Parameters:
  ///   - prompt: Shown before the first line; it may hold escape sequences for colours.
  ///   - continuation: Shown before further lines, likewise.
  ///   - isComplete: Whether a text is a whole entry; it is asked at each Enter.
  public func read(
    prompt: String, continuation: String, isComplete: (String) -> Bool
  ) -> LineInput {
    let (outcome, entry) = withoutActuallyEscaping(isComplete) { isComplete in
      answers.isComplete = isComplete
      defer { answers.isComplete = { _ in true } }
      return readEntry(prompt, continuation)
    }
    switch outcome {
    case YSE_ENTRY:
      history.add(entry)
      if history.entries.last == entry { yse_remember(editor, entry) }
      return .text(entry)
    case YSE_INTERRUPTED: return .interrupted
    default: return .end
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

  private func readEntry(
    _ prompt: String, _ continuation: String
  ) -> (outcome: yse_outcome, entry: String) {
    var text: UnsafePointer<CChar>?
    var length = 0
    let outcome = yse_read(editor, prompt, continuation, &text, &length)
    return (outcome, String(text, length: length))
  }
}

/// What the editor asks while an entry is edited.
private final class Answers {
  var complete: (String) -> Completions = { _ in .none }
  var isComplete: (String) -> Bool = { _ in true }
  var editor: OpaquePointer?

  /// The answers behind the context that C hands back.
  static func of(_ context: UnsafeMutableRawPointer?) -> Answers? {
    context.map { Unmanaged<Answers>.fromOpaque($0).takeUnretainedValue() }
  }

  var size: (columns: Int, rows: Int) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    yse_size(&columns, &rows)
    return (Int(columns), Int(rows))
  }

  func isWhole(_ text: UnsafePointer<CChar>?, _ length: Int) -> Bool {
    isComplete(String(text, length: length))
  }

  func completeWord() {
    guard let editor else { return }
    var length = 0
    let text = yse_before_cursor(editor, &length)
    let before = String(text, length: length)
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
