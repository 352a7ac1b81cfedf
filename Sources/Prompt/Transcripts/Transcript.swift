// A session as a text that can be read, and held against what comes out now.

public import Diagnostics

/// A session as a text: entries behind `> `, further lines of an entry behind `>> `, and what they put out.
///
/// ```text
/// > obs.gdp[2024]
/// 21860亿元
/// > for year = 2023, 2024 do
/// >>   print(year)
/// >> end
/// 2023
/// 2024
/// ```
///
/// In Markdown, sessions stand in blocks that are marked `yardstick`; the rest of the page is left alone.
public struct Transcript: Sendable {
  /// An entry with what it put out.
  public struct Exchange: Sendable, Hashable {
    /// The entry.
    public let entry: String

    /// What it put out, with messages; each line ends with a newline.
    public let output: String

    /// The line on which the entry begins, from 1.
    public let line: Int

    /// Creates an exchange.
    public init(entry: String, output: String, line: Int = 1) {
      self.entry = entry
      self.output = output
      self.line = line
    }
  }

  static let prompt = "> "
  static let continuation = ">> "
  private static let fence = "```yardstick"

  /// The exchanges of each session, in order; a text that is no Markdown holds one session.
  public let sessions: [[Exchange]]

  /// How many exchanges there are in all sessions.
  var count: Int { sessions.reduce(0) { $0 + $1.count } }

  private let file: SourceFile

  /// Reads a transcript.
  ///
  /// - Throws: a `Failure` when there is no entry in it, or a line stands before the first.
  public init(_ file: SourceFile) throws(Failure) {
    self.file = file
    let isMarkdown = file.path.hasSuffix(".md")
    var sessions: [[Exchange]] = []
    var lines: [(number: Int, text: String)] = []
    var isInside = !isMarkdown
    for (number, line) in file.lines.enumerated().map({ ($0 + 1, String($1)) }) {
      if isMarkdown, !isInside, line == Self.fence {
        isInside = true
      } else if isMarkdown, isInside, line.hasPrefix("```") {
        isInside = false
        sessions.append(try Self.exchanges(lines, in: file))
        lines = []
      } else if isInside {
        lines.append((number, line))
      }
    }
    if !isMarkdown {
      while lines.last?.text.isEmpty == true { lines.removeLast() }
      sessions.append(try Self.exchanges(lines, in: file))
    }
    self.sessions = sessions.filter { !$0.isEmpty }
    guard !self.sessions.isEmpty else {
      throw Failure(
        Finding(
          "transcript.empty", "`\(file.path)` holds no session",
          notes: [
            isMarkdown
              ? "in Markdown, sessions stand in fenced blocks that are marked `yardstick`"
              : "entries stand behind `\(Self.prompt)`, and what they put out below them"
          ]))
    }
  }

  private static func exchanges(
    _ lines: [(number: Int, text: String)], in file: SourceFile
  ) throws(Failure) -> [Exchange] {
    var exchanges: [Exchange] = []
    var entry: (text: String, line: Int)?
    var output = ""
    func finished() -> [Exchange] {
      guard let entry else { return [] }
      return [Exchange(entry: entry.text, output: output, line: entry.line)]
    }
    for (number, line) in lines {
      if line.hasPrefix(continuation) || line == ">>", let begun = entry, output.isEmpty {
        entry = (begun.text + "\n" + line.dropFirst(continuation.count), begun.line)
      } else if line.hasPrefix(prompt) {
        exchanges += finished()
        entry = (String(line.dropFirst(prompt.count)), number)
        output = ""
      } else if entry == nil {
        // What stands before the first entry says what the session is about.
        guard line.isEmpty || line.hasPrefix("#") else {
          throw Failure(
            Finding(
              "transcript.stray", "there is no entry above this line",
              at: file.span(ofLine: number),
              suggestion: "begin entries with `\(prompt)`, and comments with `#`"))
        }
      } else {
        output += line + "\n"
      }
    }
    return exchanges + finished()
  }

  /// The text of the file with other outputs: one list for each session, one output for each exchange.
  func text(with outputs: [[String]]) -> String {
    var lines = file.lines.map(String.init)
    for (exchanges, outputs) in zip(sessions, outputs).reversed() {
      for (exchange, output) in zip(exchanges, outputs).reversed() {
        let entryLines = exchange.entry.count { $0 == "\n" } + 1
        let oldLines = exchange.output.count { $0 == "\n" }
        let start = exchange.line - 1 + entryLines
        let end = min(start + oldLines, lines.count)
        var new = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if new.last?.isEmpty == true { new.removeLast() }
        lines.replaceSubrange(start..<end, with: new)
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Where an exchange stands.
  func span(of exchange: Exchange) -> SourceSpan { file.span(ofLine: exchange.line) }

  /// The text of some exchanges.
  public static func text(_ exchanges: [Exchange]) -> String {
    exchanges.map { exchange in
      let lines = exchange.entry.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().map { position, line in
        (position == 0 ? prompt : continuation) + line + "\n"
      }.joined() + exchange.output
    }.joined()
  }
}
