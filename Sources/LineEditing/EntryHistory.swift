// The entries of this session and those before it.

public import Diagnostics

/// What was entered, oldest first, kept in a file between sessions.
///
/// Each entry is written when it is entered, behind those of other sessions, so nothing is lost when
/// two sessions end or one of them crashes. A file that cannot be read or written is a warning in
/// ``problems``; the history then lasts as long as the session.
public struct EntryHistory {
  /// How many entries are kept unless said otherwise.
  public static let usualLimit = 1000

  /// The entries, oldest first, line breaks included; never the same twice in a row.
  public private(set) var entries: [String] = []

  /// The most entries that are kept.
  public let limit: Int

  /// What went wrong with the file, as warnings.
  public private(set) var problems: [Finding] = []

  private var file: HistoryFile?

  /// Reads a history; without a path it lasts as long as the session.
  ///
  /// - Parameters:
  ///   - path: The file, which is created with the first entry, readable for its owner only.
  ///   - limit: The most entries that are kept.
  public init(path: String? = nil, limit: Int = usualLimit) {
    self.limit = max(1, limit)
    guard let path else { return }
    let file = HistoryFile(path: path)
    do throws(Finding) {
      let (entries, problem) = try file.load(limit: self.limit)
      for entry in entries { keep(entry) }
      if let problem { problems.append(problem) }
      self.file = file
    } catch {
      problems.append(error)
    }
  }

  /// Adds an entry, unless it is blank or the same as the last one.
  public mutating func add(_ entry: String) {
    guard !entry.allSatisfy(\.isWhitespace), keep(entry) else { return }
    do throws(Finding) {
      try file?.append(entry)
    } catch {
      // Once is enough to tell.
      file = nil
      problems.append(error)
    }
  }

  @discardableResult
  private mutating func keep(_ entry: String) -> Bool {
    guard entry != entries.last else { return false }
    entries.append(entry)
    if entries.count > limit { entries.removeFirst(entries.count - limit) }
    return true
  }

  /// Where the history of a program is kept: `$XDG_STATE_HOME/NAME/history`, else
  /// `~/.local/state/NAME/history`; nil without a home.
  ///
  /// - Parameters:
  ///   - name: The program.
  ///   - environment: Looks a variable of the environment up.
  public static func standardPath(
    of name: String, environment: (String) -> String?
  ) -> String? {
    // The specification wants relative paths to be ignored.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return "\(state)/\(name)/history"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return "\(home)/.local/state/\(name)/history"
  }
}
