// A real terminal for tests, driven through tmux.

import Foundation

/// A program in a terminal of its own, whose keys are pressed and whose screen is read.
///
/// Each terminal has its own tmux server, which ends with it. Nothing waits for a fixed time: after
/// keys were sent, ``wait(for:_:)`` looks at the screen until it is as expected.
public final class Terminal {
  /// Whether tmux is installed.
  public static let isAvailable = tmux != nil

  /// What a test that needs a terminal says when it is skipped.
  public static let requirement: String = "tmux is not installed (./setup installs it)"

  /// How long a screen may take to be as expected, on a busy machine.
  public static let patience: Duration = .seconds(90)

  private static let tmux = executable("tmux", in: "/usr/bin:/usr/local/bin:/opt/homebrew/bin")

  /// The path of a folder that goes with the terminal; the program starts in it, and it is its HOME.
  public let folder: String

  private let server: [String]
  private let environment: [String: String]

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments.
  ///   - columns: The width of the screen.
  ///   - rows: The height of the screen.
  ///   - environment: Variables besides PATH, HOME, TERM and a LANG of C; these too can be changed.
  public init(
    _ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws {
    // Short: the path of a socket has little room.
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "terminal-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    server = ["-S", folder + "/socket", "-f", "/dev/null", "-u"]
    self.environment = [
      "HOME": folder, "LANG": "C", "PATH": "/usr/bin:/bin:/usr/local/bin",
    ]
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let options = [
      ["-g", "remain-on-exit", "on"], ["-s", "escape-time", "0"], ["-g", "status", "off"],
      ["-g", "history-limit", "100000"],
    ]
    let size = ["-x", "\(columns)", "-y", "\(rows)"]
    try run(
      ["start-server", ";"] + options.flatMap { ["set"] + $0 + [";"] }
        + ["new-session", "-d", "-c", folder] + size + ["--", "/usr/bin/env"] + variables + command)
  }

  deinit {
    _ = try? run(["kill-server"])
    try? FileManager.default.removeItem(atPath: folder)
  }

  // MARK: Input

  /// Types a text, character by character.
  public func type(_ text: String) throws {
    try run(["send-keys", "-l", "--", text])
  }

  /// Presses keys by their names in tmux, such as `Enter`, `Tab`, `Up`, `BSpace`, `C-c` and `M-b`.
  public func press(_ keys: String...) throws {
    try run(["send-keys", "--"] + keys)
  }

  /// Presses keys that are the bytes of this text, which need not be UTF-8.
  public func send(bytes: [UInt8]) throws {
    try run(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes a text as terminals do: marked as a paste where the program asked for that.
  ///
  /// - Parameters:
  ///   - text: What is pasted.
  ///   - isMarked: Whether the terminal knows how to mark pastes.
  public func paste(_ text: String, isMarked: Bool = true) throws {
    let file = folder + "/paste"
    try Data(text.utf8).write(to: URL(filePath: file))
    let options = isMarked ? ["-p"] : []
    try run(["load-buffer", file, ";", "paste-buffer"] + options)
  }

  /// Changes the size of the window, and waits until the program can know it.
  public func resize(columns: Int, rows: Int) async throws {
    let name = try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)", ";"] + Self.device)
    let device = open(name.trimmingCharacters(in: .newlines), O_RDONLY | O_NOCTTY | O_CLOEXEC)
    defer { close(device) }
    // tmux shows the new size at once, but passes changes on at intervals only.
    try await wait(for: "window of \(columns) by \(rows)") { _ in
      var size = winsize()
      return ioctl(device, UInt(TIOCGWINSZ), &size) != 0
        || (Int(size.ws_col), Int(size.ws_row)) == (columns, rows)
    }
  }

  private static let device = ["display-message", "-p", "#{pane_tty}"]

  // MARK: Output

  /// What the terminal shows now.
  public func screen() throws -> Screen {
    let look = ["display-message", "-p", Screen.state, ";", "capture-pane", "-p"]
    let screen = try Screen(run(look))
    guard screen.isOver else { return screen }
    // To say that the program has ended, tmux scrolls by a row.
    return try Screen(run(look + ["-S", "-1"]))
  }

  /// All rows since the start, those that scrolled out included.
  public func transcript() throws -> [String] {
    try run(["capture-pane", "-p", "-S", "-"]).split(separator: "\n").map(String.init)
  }

  /// What the terminal shows now, with the escape sequences of its colours.
  public func painting() throws -> String { try run(["capture-pane", "-p", "-e"]) }

  /// The process that runs in the terminal.
  public func process() throws -> Int32 {
    let text = try run(["display-message", "-p", "#{pane_pid}"])
    guard let process = Int32(text.dropLast()) else {
      throw Unexpected(description: "tmux names no process: \(text)")
    }
    return process
  }

  /// Waits until the screen is as expected, and hands it back.
  ///
  /// - Parameter patience: How long that may take on a busy machine.
  @discardableResult
  public func wait(
    for expectation: String, patience: Duration = patience, _ isMet: (Screen) -> Bool
  ) async throws -> Screen {
    let clock = ContinuousClock()
    let deadline = clock.now + patience
    while true {
      let screen = try screen()
      if isMet(screen) { return screen }
      guard clock.now < deadline else {
        throw Unexpected(description: "no \(expectation) on the screen:\n\(screen)")
      }
      // Between looks; how long it takes altogether depends on the program only.
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Waits until the screen ends in these rows.
  @discardableResult
  public func wait(forRows rows: String...) async throws -> Screen {
    try await wait(for: rows.joined(separator: "\n")) { $0.rows.suffix(rows.count) == rows[...] }
  }

  /// Waits until the program has ended, and hands back what it left.
  ///
  /// tmux does not always learn with which exit code; a shell that runs the program can show it.
  @discardableResult
  public func end() async throws -> Screen {
    try await wait(for: "end of the program") { $0.isOver }
  }

  // MARK: Running tmux

  /// A screen that is not as expected, or tmux that fails.
  public struct Unexpected: Error, CustomStringConvertible {
    /// What was expected, and what is there.
    public let description: String
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let (code, output) = Command.run(
      Self.tmux ?? "tmux", server + arguments, environment: environment, output: folder + "/output")
    guard code == 0 else {
      throw Unexpected(description: "tmux \(arguments.joined(separator: " ")): \(output)")
    }
    return output
  }

  private static func executable(_ name: String, in path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile)
  }
}
