// A real terminal for tests, driven through tmux.

public import Foundation

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
  private static let patience: Duration = .seconds(30)

  private static let tmux = executable("tmux", in: "/usr/bin:/usr/local/bin:/opt/homebrew/bin")

  /// A folder that goes with the terminal; the program's HOME.
  public let folder: URL

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
  ) async throws {
    // Short: the path of a socket has little room.
    folder = FileManager.default.temporaryDirectory
      .appending(path: "terminal-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    server = ["-S", folder.appending(path: "socket").path, "-f", "/dev/null", "-u"]
    self.environment = [
      "HOME": folder.path, "LANG": "C", "PATH": "/usr/bin:/bin:/usr/local/bin",
    ]
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    try await run(
      ["start-server", ";", "set", "-g", "remain-on-exit", "on", ";"]
        + ["set", "-s", "escape-time", "0", ";", "set", "-g", "history-limit", "100000", ";"]
        + ["set", "-g", "status", "off", ";"]
        + ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "--", "/usr/bin/env"]
        + variables + command)
  }

  deinit {
    let stop = Process()
    stop.executableURL = Self.tmux
    stop.arguments = server + ["kill-server"]
    stop.environment = environment
    stop.standardError = FileHandle.nullDevice
    if (try? stop.run()) != nil { stop.waitUntilExit() }
    try? FileManager.default.removeItem(at: folder)
  }

  // MARK: Input

  /// Types a text, character by character.
  public func type(_ text: String) async throws {
    try await run(["send-keys", "-l", "--", text])
  }

  /// Presses keys by their names in tmux, such as `Enter`, `Tab`, `Up`, `BSpace`, `C-c` and `M-b`.
  public func press(_ keys: String...) async throws {
    try await run(["send-keys", "--"] + keys)
  }

  /// Presses keys that are the bytes of this text, which need not be UTF-8.
  public func send(bytes: [UInt8]) async throws {
    try await run(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes a text as terminals do: marked as a paste where the program asked for that.
  ///
  /// - Parameters:
  ///   - text: What is pasted.
  ///   - isMarked: Whether the terminal knows how to mark pastes.
  public func paste(_ text: String, isMarked: Bool = true) async throws {
    let file = folder.appending(path: "paste")
    try Data(text.utf8).write(to: file)
    let options = isMarked ? ["-p"] : []
    try await run(["load-buffer", file.path, ";", "paste-buffer"] + options)
  }

  /// Changes the size of the window.
  public func resize(columns: Int, rows: Int) async throws {
    try await run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  // MARK: Output

  /// What the terminal shows now.
  public func screen() async throws -> Screen {
    let state = "#{cursor_x} #{cursor_y} #{pane_dead} #{pane_dead_status}"
    return try await Screen(run(["display-message", "-p", state, ";", "capture-pane", "-p"]))
  }

  /// All rows since the start, those that scrolled out included.
  public func transcript() async throws -> [String] {
    try await run(["capture-pane", "-p", "-S", "-"]).split(separator: "\n").map(String.init)
  }

  /// Waits until the screen is as expected, and hands it back.
  @discardableResult
  public func wait(
    for expectation: String, _ isMet: (Screen) -> Bool
  ) async throws -> Screen {
    let clock = ContinuousClock()
    let deadline = clock.now + Self.patience
    while true {
      let screen = try await screen()
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

  /// Waits until the program has ended, and hands its exit code back.
  public func end() async throws -> Int? {
    try await wait(for: "end of the program") { $0.isOver }.exitCode
  }

  // MARK: Running tmux

  /// A screen that is not as expected, or tmux that fails.
  public struct Unexpected: Error, CustomStringConvertible {
    /// What was expected, and what is there.
    public let description: String
  }

  @discardableResult
  private func run(_ arguments: [String]) async throws -> String {
    let process = Process()
    let output = Pipe()
    let errors = Pipe()
    process.executableURL = Self.tmux
    process.arguments = server + arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    let (ends, continuation) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = { continuation.yield($0.terminationStatus) }
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    guard await ends.first(where: { _ in true }) == 0 else {
      let reason = String(
        decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      throw Unexpected(description: "tmux \(arguments.joined(separator: " ")): \(reason)")
    }
    return text
  }

  private static func executable(_ name: String, in path: String) -> URL? {
    path.split(separator: ":").map { URL(filePath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
