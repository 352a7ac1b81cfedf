// Stores of results: the same bytes however the work is divided and interrupted, and reasons long after.

import Foundation
import Testing

@Suite struct StoreTests {
  /// Rows of all sorts, those among them that cannot be read; each has so many bytes more than it needs.
  private static func register(_ count: Int, padding: Int = 0) -> String {
    let padding = String(repeating: "x", count: padding)
    var rows = "id,name,area,size,registered_on,since,rd_spend,employees,patents,exporter\r\n"
    for number in 1...count {
      let size = ["small", "medium", "large", "小型", "tiny"][number % 5]
      let name =
        number % 7 == 0 ? "\"firm\n“\(number)”, \"\"quoted\"\"\"" : "firm \(number)" + padding
      let spend = ["9999999.99", "1000万元", "2亿元", "", "5家"][number * 3 % 13 % 5]
      // Every eleventh has the key of an earlier row.
      let key = number % 11 == 0 ? number / 2 : number
      rows += "F\(key),\(name),10\(number % 2),\(size),2020-01-0\(number % 9 + 1),2020,"
      rows += "\(spend),\(number),\(number % 3 == 0 ? "" : "4"),\(number % 2 == 0)"
      rows += number % 17 == 0 ? "\n\n" : "\r\n"
    }
    return rows
  }

  private static let script = "scripts/eligibility/grants.lua"

  private func inWorkspace(
    rows: Int = 120, padding: Int = 0, _ body: (StoreWorkspace) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with { folder in
      try FileTree(Fixture.base).copy(to: folder)
      try Data(Self.register(rows, padding: padding).utf8).write(
        to: folder.appending(path: "rows.csv"))
      try await body(StoreWorkspace(folder: folder))
    }
  }

  // MARK: Deciding

  @Test(arguments: ["csv", "json", "jsonl"])
  func `a store writes out what a run without one does, whatever the jobs`(
    _ format: String
  ) async throws {
    try await inWorkspace { workspace in
      let options = "--subjects rows.csv --layout wide --format \(format) --block-size 1KiB"
      let plain = try await workspace.run("decide \(options) --output a --rejects left")
      let left = try workspace.data("left")
      for jobs in [1, 3] {
        let name = "\(jobs).sqlite"
        let stored = try await workspace.run(
          "decide \(options) --output b --rejects left --store \(name) --jobs \(jobs)")
        #expect(stored.code == plain.code && stored.stderr == plain.stderr)
        #expect(stored.stdout.isEmpty)
        #expect(try workspace.data("b") == workspace.data("a"))
        #expect(try workspace.data("left") == left)
      }
      #expect(try workspace.data("1.sqlite") == workspace.data("3.sqlite"))
      let again = try await workspace.run("decide \(options) --output c --store 1.sqlite --resume")
      #expect(again.stderr == plain.stderr)
      #expect(try workspace.data("c") == workspace.data("a"))
      #expect(try workspace.data("1.sqlite") == workspace.data("3.sqlite"))
      #expect(!workspace.has("1.sqlite-journal"))
    }
  }

  @Test func `a script that ends its worker is a decision that failed, in the store too`()
    async throws
  {
    try await inWorkspace { workspace in
      try workspace.edit(
        Self.script, "return e.exporter end",
        "while e.employees == quantity \"50人\" do end return e.exporter end")
      let options =
        "--subjects rows.csv --layout wide --max-time 1s --max-instructions 100000000000 --block-size 1KiB"
      let ended = try await workspace.run(
        "decide \(options) --store s.sqlite --output out.csv --rejects left.csv")
      #expect(ended.code == 3)
      #expect(try workspace.text("out.csv").contains("F50,5000000.00,\n"))
      #expect(try workspace.text("left.csv").contains(",export_voucher,F50,"))
      let why = try await workspace.run("explain --store s.sqlite --subject F50 export_voucher")
      #expect(workspace.out(why).contains("recorded: the script failed"))
      #expect(why.code == 0)
    }
  }

  /// The register comes through a pipe, of which any number of bytes is written before the process is killed: so it
  /// is at another place each time, and nothing waits for a clock.
  @Test func `a run that is killed at any moment goes on to the same bytes`() async throws {
    try await inWorkspace(rows: 1800, padding: 300) { workspace in
      let options = "--subjects - --block-size 4KiB --resume"
      let rows = try workspace.data("rows.csv")
      let whole = try await workspace.feeding(
        rows, "decide \(options) --store a.sqlite --layout wide --output a.csv --rejects a.left")
      #expect(whole == .exited(1))
      let seed = UInt64.random(in: 0 ... .max)
      var generator = SplitMix(state: seed)
      var counts = [0]
      for _ in 0..<5 { counts.append(Int.random(in: 262_144...rows.count, using: &generator)) }
      for (number, count) in counts.enumerated() {
        let ended = try await workspace.feeding(
          rows.prefix(count), "decide \(options) --store b.sqlite --jobs \(number % 3 + 1)",
          killedBy: SIGKILL)
        #expect(ended == .killed(SIGKILL), "seed \(seed), \(count) bytes")
      }
      let last = try await workspace.feeding(
        rows, "decide \(options) --store b.sqlite --layout wide --output b.csv --rejects b.left")
      #expect(last == .exited(1), "seed \(seed)")
      for (one, other) in [("a.sqlite", "b.sqlite"), ("a.csv", "b.csv"), ("a.left", "b.left")] {
        #expect(try workspace.data(one) == workspace.data(other), "seed \(seed), \(other)")
      }
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `an interrupted run says how it goes on, and what is there can be explained`(
    _ signal: Int32
  ) async throws {
    try await inWorkspace(rows: 1800, padding: 300) { workspace in
      let rows = try workspace.data("rows.csv")
      let command = "decide --subjects - --block-size 4KiB --jobs 1 --store s.sqlite"
      let ended = try await workspace.feeding(rows.dropLast(100), command, killedBy: signal)
      #expect(ended == .exited(128 + signal))
      #expect(
        try workspace.text("stderr")
          == "\nerror: interrupted; `s.sqlite` can be continued with `--resume`\n")
      let why = try await workspace.run("explain --store s.sqlite --subject F5 research_grant")
      #expect(why.code == 0)
      #expect(workspace.err(why).contains("warning: `s.sqlite` is not finished; it ends before"))
      #expect(workspace.out(why).contains("F5 is eligible: 500万元."))
      let unknown = try await workspace.run("explain --store s.sqlite --subject F1799")
      #expect(workspace.err(unknown).contains("`--resume` continues it"))
    }
  }

  @Test func `two processes do not write to one store`() async throws {
    try await inWorkspace(rows: 1800, padding: 300) { workspace in
      let rows = try workspace.data("rows.csv")
      let command = "decide --subjects - --block-size 4KiB --store s.sqlite"
      var second: YardstickProcess.Ended?
      _ = try await workspace.feeding(rows.dropLast(100), command, killedBy: SIGKILL) {
        second = try await workspace.run("decide --subjects rows.csv --store s.sqlite --resume")
      }
      let ended = try #require(second)
      #expect(ended.code == 2)
      #expect(workspace.err(ended).contains("another process is writing to `s.sqlite`"))
    }
  }

  // MARK: What must be the same

  @Test func `a store is not written over, and not continued with anything else`() async throws {
    try await inWorkspace { workspace in
      let command = "decide --subjects rows.csv --store s.sqlite"
      _ = try await workspace.run(command)
      let store = try workspace.data("s.sqlite")
      try workspace.write("other.csv", Self.register(120).replacing("firm 2,", with: "firm two,"))
      try workspace.write("longer.csv", Self.register(121))
      try workspace.write("shorter.csv", Self.register(100))
      let cases = [
        (command, "there is a file `s.sqlite` already"),
        (command + " --resume --at 2026", "the period is not the same"),
        (command + " --resume --max-time 1s", "the limits of scripts are not the same"),
        (command + " --resume --only export_voucher", "the eligibilities are not the same"),
        ("decide --subjects other.csv --store s.sqlite --resume", "does not begin with the rows"),
        ("decide --subjects shorter.csv --store s.sqlite --resume", "does not begin with the rows"),
        (
          "decide --subjects longer.csv --store s.sqlite --resume",
          "has more rows than before, from line 146 on"
        ),
      ]
      for (command, message) in cases {
        let ended = try await workspace.run(command)
        #expect(ended.code == 2)
        #expect(workspace.err(ended).contains(message), "\(command)\n\(workspace.err(ended))")
      }
      try workspace.edit(Self.script, "e.exporter end", "not e.exporter end")
      let ended = try await workspace.run(command + " --resume")
      #expect(workspace.err(ended).contains("the scripts are not the same"))
      #expect(try workspace.data("s.sqlite") == store)
    }
  }

  @Test func `a register that cannot be read leaves no store`() async throws {
    try await inWorkspace { workspace in
      try workspace.write("bad.csv", "id,nane\nF1,a\n")
      let ended = try await workspace.run("decide --subjects bad.csv --store s.sqlite --resume")
      #expect(ended.code == 2 && !workspace.has("s.sqlite"))
    }
  }

  // MARK: Explaining

  @Test func `what was decided is explained, before and after the scripts change`() async throws {
    try await inWorkspace { workspace in
      _ = try await workspace.run("decide --subjects rows.csv --store s.sqlite")
      let command = "explain --store s.sqlite --subject F5"
      let before = workspace.out(try await workspace.run(command))
      #expect(before.hasPrefix("s.sqlite · line 6 of rows.csv · 2027 · area 100\n"))
      #expect(before.contains("catalogue, scripts and data are those of the workspace at hand"))
      let plain = try await workspace.run(
        "explain research_grant --subject F5 --subjects rows.csv")
      // Below that come digests, of which one is that of the register.
      let reasons = workspace.out(plain).components(separatedBy: "\nMade from")[0]
      #expect(before.contains(reasons))

      try workspace.edit(Self.script, "e.exporter end", "not e.exporter end")
      try FileManager.default.removeItem(at: workspace.folder.appending(path: "rows.csv"))
      let after = workspace.out(try await workspace.run(command))
      #expect(after.contains("changed since in the workspace at hand: the scripts"))
      #expect(after.contains("F5 is not eligible: 1 of 1 conditions is not met."))
      #expect(after.contains("decided today: eligible, + (recorded: not eligible, -)"))
      #expect(after.components(separatedBy: "decided today:").count == 2)

      let json = workspace.out(try await workspace.run(command + " research_grant --format json"))
      #expect(json.contains("\"changed\": [\n      \"scripts\"\n    ]"))
      #expect(!json.contains("\"today\""))
      let csv = try await workspace.run(command + " export_voucher --format csv")
      #expect(
        workspace.out(csv)
          == "eligibility,condition,outcome,because\n"
          + "export_voucher,exports 有出口,not met,e.exporter = no · exporter\n")
      #expect(workspace.err(csv).contains("export_voucher: decided today: eligible"))
      let elsewhere = try await workspace.run(command + " --workspace nowhere")
      #expect(workspace.out(elsewhere).contains("nothing could be compared with a workspace"))
    }
  }

  @Test func `what cannot be explained says why`() async throws {
    try await inWorkspace { workspace in
      _ = try await workspace.run("decide --subjects rows.csv --store s.sqlite")
      let cases = [
        ("--subject F3", "line 4 of `rows.csv`: column `rd_spend`: expected"),
        ("--subject F9999", "there is no subject `F9999` in `s.sqlite`"),
        ("--subject F5 reserch_grant", "did you mean `research_grant`?"),
      ]
      for (options, message) in cases {
        let ended = try await workspace.run("explain --store s.sqlite " + options)
        #expect(ended.code == 2)
        #expect(workspace.err(ended).contains(message), "\(options)\n\(workspace.err(ended))")
      }
      let twice = try await workspace.run("explain --store s.sqlite --subject F5 research_grant")
      #expect(workspace.err(twice).contains("`F5` was already read in line 6"))
    }
  }
}

/// A workspace in a folder, and commands in it.
private struct StoreWorkspace: Sendable {
  let folder: URL

  /// How a process ended.
  enum End: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  func run(_ line: String) async throws -> YardstickProcess.Ended {
    try await YardstickProcess.run(try ShellWords.split(line), in: folder)
  }

  /// Runs a command that reads bytes from a pipe; what it writes is in the files `stdout` and `stderr`.
  ///
  /// - Parameters:
  ///   - signal: Sent once the bytes are written, while the pipe is open still.
  ///   - meanwhile: What is done before that.
  func feeding(
    _ bytes: Data, _ line: String, killedBy signal: Int32? = nil,
    meanwhile: () async throws -> Void = {}
  ) async throws -> End {
    await YardstickProcess.turnstile.enter()
    do {
      let end = try await end(of: line, fedWith: bytes, killedBy: signal, meanwhile)
      await YardstickProcess.turnstile.leave()
      return end
    } catch {
      await YardstickProcess.turnstile.leave()
      throw error
    }
  }

  private func end(
    of line: String, fedWith bytes: Data, killedBy signal: Int32?,
    _ meanwhile: () async throws -> Void
  ) async throws -> End {
    // A command that has ended is told by how it ended.
    Foundation.signal(SIGPIPE, SIG_IGN)
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = try YardstickProcess.executable()
    process.arguments = try ShellWords.split(line)
    process.currentDirectoryURL = folder
    process.environment = YardstickProcess.environment
    process.standardInput = pipe
    try write("stdout", "")
    try write("stderr", "")
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "stdout"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "stderr"))
    let ended = AsyncStream<Void> { stream in
      process.terminationHandler = { _ in stream.finish() }
    }
    try process.run()
    try? pipe.fileHandleForWriting.write(contentsOf: bytes)
    try await meanwhile()
    if let signal { kill(process.processIdentifier, signal) }
    if signal == nil { try pipe.fileHandleForWriting.close() }
    for await _ in ended {}
    if signal != nil { try pipe.fileHandleForWriting.close() }
    return process.terminationReason == .exit
      ? .exited(process.terminationStatus) : .killed(process.terminationStatus)
  }

  func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func edit(_ name: String, _ old: String, _ new: String) throws {
    try write(name, try text(name).replacing(old, with: new))
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  func out(_ ended: YardstickProcess.Ended) -> String {
    String(decoding: ended.stdout, as: UTF8.self)
  }

  func err(_ ended: YardstickProcess.Ended) -> String {
    String(decoding: ended.stderr, as: UTF8.self)
  }
}

/// Random numbers that a seed determines, so that a failure can be repeated.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
