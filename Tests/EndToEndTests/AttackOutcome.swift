// What `yardstick eval --format jsonl` says became of a chunk.

import Foundation

/// One line of `yardstick eval --format jsonl`.
struct AttackOutcome: Sendable, CustomStringConvertible {
  static let statuses: Set = ["ok", "error", "denied", "limit"]
  static let limits: Set = [
    "null", "memory", "instructions", "time", "stack", "size", "crash",
  ]

  /// The line up to the time that was taken, which no two runs share.
  let description: String

  let file: String
  let status: String
  let limit: String?
  let value: String?
  let message: String?
  /// What the chunk printed; `nil` when it printed nothing.
  let log: String?
  let instructions: Int
  let peakMemory: Int

  /// Everything but what was used.
  var result: String { "\(status) \(limit ?? "-") \(value ?? "-") \(message ?? "-") \(log ?? "-")" }

  /// Reads a line.
  init(line: some StringProtocol) throws {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    guard let fields = object as? [String: Any],
      Set(fields.keys).subtracting(["log"]) == [
        "file", "status", "limit", "value", "message", "instructions", "peak_memory", "wall_ms",
      ],
      let file = fields["file"] as? String, let status = fields["status"] as? String,
      let instructions = fields["instructions"] as? Int,
      let peakMemory = fields["peak_memory"] as? Int,
      let time = line.range(of: ",\"wall_ms\":", options: .backwards)
    else { throw FixtureError("`\(line)` is not an outcome") }
    description = String(line[..<time.lowerBound])
    self.file = file
    self.status = status
    limit = fields["limit"] as? String
    value = fields["value"] as? String
    message = fields["message"] as? String
    log = fields["log"] as? String
    self.instructions = instructions
    self.peakMemory = peakMemory
  }

  /// Runs files below the folder of a kind, in one command, and reads what became of each.
  static func run(
    _ files: [String], in folder: URL, options: [String] = ["--max-time", "2s"],
    environment: [String: String] = YardstickProcess.environment
  ) async throws -> [AttackOutcome] {
    let ended = try await YardstickProcess.run(
      ["eval", "--format", "jsonl"] + options + files, in: folder, environment: environment)
    let lines = String(decoding: ended.stdout, as: UTF8.self).split(separator: "\n")
    let outcomes = try lines.map { try AttackOutcome(line: $0) }
    guard outcomes.map(\.file) == files else {
      throw FixtureError(
        "\(files.count) files have \(outcomes.count) outcomes:\n"
          + String(decoding: ended.stderr, as: UTF8.self))
    }
    return outcomes
  }
}

/// The outcomes of the whole corpus, found out once.
enum AttackRun {
  /// What became of a chunk.
  static func outcome(of attack: Attack) async throws -> AttackOutcome {
    guard let outcome = try await outcomes.value[attack.testDescription] else {
      throw FixtureError("`\(attack.testDescription)` was not run")
    }
    return outcome
  }

  private static let outcomes = Task<[String: AttackOutcome], any Error> {
    let kinds = Dictionary(grouping: Attack.all, by: \.kind)
    return try await withThrowingTaskGroup(of: [String: AttackOutcome].self) { group in
      // More at a time would make them wait for each other until their time is up.
      var waiting = kinds.keys.sorted()[...]
      var all: [String: AttackOutcome] = [:]
      for kind in waiting.prefix(2) { group.addTask { try await run(kind, kinds[kind] ?? []) } }
      waiting = waiting.dropFirst(2)
      while let some = try await group.next() {
        all.merge(some) { first, _ in first }
        if let kind = waiting.popFirst() {
          group.addTask { try await run(kind, kinds[kind] ?? []) }
        }
      }
      return all
    }
  }

  private static func run(
    _ kind: String, _ attacks: [Attack]
  ) async throws -> [String: AttackOutcome] {
    // Where the clock may decide, it does so soon; elsewhere a busy machine gets all the time it needs.
    var clocked: [Attack] = []
    var timeless: [Attack] = []
    for attack in attacks {
      if try attack.header().mayRunOutOfTime {
        clocked.append(attack)
      } else {
        timeless.append(attack)
      }
    }
    // What chunks leave for the next one shows only when they follow each other.
    let groups =
      kind == "tampering" ? [(attacks, "10s")] : [(clocked, "1s"), (timeless, "120s")]
    var all: [String: AttackOutcome] = [:]
    for (attacks, time) in groups where !attacks.isEmpty {
      let outcomes = try await AttackOutcome.run(
        attacks.map(\.file), in: Attack.root.appending(path: kind), options: ["--max-time", time])
      for (attack, outcome) in zip(attacks, outcomes) { all[attack.testDescription] = outcome }
    }
    return all
  }
}
