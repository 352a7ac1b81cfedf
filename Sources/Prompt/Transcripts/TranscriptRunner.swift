// Sessions run again from a transcript, and written as one.

public import Yardstick

/// Runs transcripts again.
public enum TranscriptRunner {
  /// What becomes of a transcript.
  public struct Result: Sendable {
    /// How many entries were run.
    public let count: Int

    /// The entries that put out something else.
    public let differences: [Finding]
  }

  /// Runs each session of a transcript in a session of its own.
  ///
  /// - Parameters:
  ///   - path: The path of the transcript.
  ///   - settings: What sessions are opened with; how text is painted and cut is not taken from them.
  /// - Throws: a `Failure` when the transcript cannot be read, or no session can be opened.
  public static func verify(_ path: String, _ settings: PromptSettings) throws(Failure) -> Result {
    let transcript = try read(path)
    var differences: [Finding] = []
    for (exchanges, outputs) in zip(transcript.sessions, try run(transcript, settings)) {
      for (exchange, now) in zip(exchanges, outputs) where now.lines != exchange.output.lines {
        differences.append(
          Finding(
            "transcript.difference", "`\(exchange.entry.onOneLine)` puts out something else",
            at: transcript.span(of: exchange), notes: notes(exchange.output.lines, now.lines),
            suggestion: "look whether the new output is right, and record it with `--update`"))
      }
    }
    return Result(count: transcript.count, differences: differences)
  }

  /// Runs each session of a transcript, and writes what entries put out now into the file.
  ///
  /// - Returns: How many entries were run.
  /// - Throws: a `Failure` when the transcript cannot be read or written, or no session can be opened.
  @discardableResult
  public static func update(_ path: String, _ settings: PromptSettings) throws(Failure) -> Int {
    let transcript = try read(path)
    try OutputFile.write(transcript.text(with: try run(transcript, settings)), to: path)
    return transcript.count
  }

  private static func read(_ path: String) throws(Failure) -> Transcript {
    let file: SourceFile
    do {
      file = try SourceFile.decode(
        path: path, bytes: try InputFile.read(path, purpose: "the transcript"))
    } catch let finding as Finding {
      throw Failure(finding)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(Finding("transcript.read", "`\(path)` cannot be read"))
    }
    return try Transcript(file)
  }

  /// What the entries of each session put out in a session of its own.
  private static func run(
    _ transcript: Transcript, _ settings: PromptSettings
  ) throws(Failure) -> [[String]] {
    var outputs: [[String]] = []
    for exchanges in transcript.sessions {
      let session = try PromptSession(plain(settings))
      for exchange in exchanges { _ = session.run(exchange.entry) }
      outputs.append(session.exchanges.map(\.output))
    }
    return outputs
  }

  /// What is different, line by line; lines that are the same are left out.
  private static func notes(_ old: [String], _ new: [String]) -> [String] {
    let difference = new.difference(from: old)
    let removed = difference.removals.map { change -> String in
      if case .remove(_, let line, _) = change { "- \(line)" } else { "" }
    }
    let added = difference.insertions.map { change -> String in
      if case .insert(_, let line, _) = change { "+ \(line)" } else { "" }
    }
    return removed + added
  }

  /// Some entries with what they put out when they are run in a new session, as a transcript.
  static func record(_ entries: [String], _ settings: PromptSettings) throws(Failure) -> String {
    let session = try PromptSession(plain(settings))
    for entry in entries where isRepeatable(entry) { _ = session.run(entry) }
    return Transcript.text(session.exchanges)
  }

  /// Whether an entry puts out the same every time, and writes no file.
  private static func isRepeatable(_ entry: String) -> Bool {
    let isDrawing = entry.hasPrefix(":plot") && entry.contains(">")
    return !isDrawing
      && ![":time", ":save", ":export", ":history", ":quit"].contains { entry.hasPrefix($0) }
  }

  private static func plain(_ settings: PromptSettings) -> PromptSettings {
    var settings = settings
    settings.style = .plain
    settings.width = { nil }
    settings.showsNumbers = true
    return settings
  }
}

extension String {
  /// The lines without white space at their ends, which editors may take away, and without empty ones at the end.
  fileprivate var lines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop(while: \.isWhitespace).reversed())
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
