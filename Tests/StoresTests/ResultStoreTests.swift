// Stores by themselves: what goes in comes out, and a file holds what was committed, byte for byte.

import Diagnostics
import Foundation
import GRDB
import Registers
import Testing

@testable import Stores

@Suite struct ResultStoreTests {
  private static let description = StoreDescription(
    facts: [.init("at", "2027"), .init("state", "running")], header: Array("id,x\r\n".utf8),
    inputs: [0, 1, 255],
    eligibilities: ["one", "two"].map {
      .init(
        id: $0, instrument: "grant", clause: "（一）", title: .init(zh: "奖励", en: "it's a grant"),
        conditions: [.init(zh: "甲", en: "a"), .init(zh: "乙", en: "b")])
    })

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path + "/results.sqlite")
  }

  private func begin(_ path: String) throws -> ResultStore {
    let (store, isNew) = try ResultStore.forWriting(path)
    #expect(isNew)
    try store.begin(Self.description)
    return store
  }

  /// A value as it is packed, written out once more: the bytes are a contract with C.
  private func packed(_ values: [Any?]) -> [UInt8] {
    values.flatMap { value -> [UInt8] in
      switch value {
      case let number as Int:
        [1] + (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
      case let text as String:
        [2] + (0..<4).map { UInt8(truncatingIfNeeded: text.utf8.count >> (8 * $0)) } + text.utf8
      default: [0]
      }
    }
  }

  private func subject(_ number: Int) -> [UInt8] {
    packed([
      number + 1, "F\(number)", "F\(number),\"a\nb\"", "eligible", number * 100, "++", nil,
      "undetermined", number == 3 ? "1.50 km" : nil, "+?", "x; y",
    ])
  }

  private func progress(_ subjects: Int, isComplete: Bool = false) -> StoreProgress {
    var progress = StoreProgress()
    progress.offset = 100 * subjects
    progress.line = subjects + 2
    progress.subjects = subjects
    progress.digest = "d\(subjects)"
    progress.totals = Array(repeating: 7, count: subjects * 50)
    progress.isComplete = isComplete
    return progress
  }

  /// Takes in subjects from the one after `progress` on, and commits after every third.
  private func write(_ store: ResultStore, upTo last: Int, isComplete: Bool) throws {
    let before = try store.progress()
    let writer = try StoreWriter(store, eligibilities: 2, after: before)
    for number in (before.subjects + 1)...last {
      try writer.add(
        results: subject(number),
        rejects: packed([number, "size", "tiny", "no such size", "R\(number)"]), subjects: 1)
      if number.isMultiple(of: 3) { try writer.commit(progress(number)) }
    }
    if isComplete { try writer.commit(progress(last, isComplete: true)) }
  }

  @Test func `a store says what it was told`() throws {
    try inFolder { path in
      do { _ = try begin(path) }
      let store = try ResultStore.forReading(path)
      let description = try store.description()
      #expect(Set(description.facts) == Set(Self.description.facts))
      #expect(description["at"] == "2027" && description["of"] == nil)
      #expect(description.header == Self.description.header)
      #expect(description.inputs == Self.description.inputs)
      #expect(description.eligibilities == Self.description.eligibilities)
      #expect(try store.progress().subjects == 0)
    }
  }

  @Test func `what was committed is there, and what was not is gone`() throws {
    try inFolder { path in
      do { try write(try begin(path), upTo: 8, isComplete: false) }
      let store = try ResultStore.forReading(path)
      let progress = try store.progress()
      #expect((progress.offset, progress.line, progress.subjects) == (600, 8, 6))
      #expect(progress.digest == "d6" && progress.totals.count == 300 && !progress.isComplete)
      let third = try #require(try store.subject("F3", eligibilities: 2))
      #expect((third.line, third.source) == (4, "F3,\"a\nb\""))
      #expect(
        third.decisions == [
          DecisionRecord(status: "eligible", payable: .fen(300), conditions: "++", missing: nil),
          DecisionRecord(
            status: "undetermined", payable: .other("1.50 km"), conditions: "+?", missing: "x; y"),
        ])
      #expect(try store.subject("F7", eligibilities: 2) == nil)
      #expect(try store.rejects(of: "R2").map(\.reason) == ["no such size"])
      #expect(try store.rejects(of: "R7").isEmpty)
    }
  }

  @Test(arguments: [[], [1], [3], [4, 8], [2, 3, 7, 10]])
  func `an interrupted run leaves the same bytes`(_ ends: [Int]) throws {
    try inFolder { path in
      do { try write(try begin(path), upTo: 11, isComplete: true) }
      let whole = try Data(contentsOf: URL(filePath: path))
      try FileManager.default.removeItem(atPath: path)
      do { _ = try begin(path) }
      for end in ends {
        let (store, isNew) = try ResultStore.forWriting(path)
        #expect(!isNew)
        try write(store, upTo: end, isComplete: false)
      }
      do { try write(try ResultStore.forWriting(path).store, upTo: 11, isComplete: true) }
      #expect(try Data(contentsOf: URL(filePath: path)) == whole)
    }
  }

  @Test func `the view of decisions has a row for each`() throws {
    try inFolder { path in
      do { try write(try begin(path), upTo: 4, isComplete: true) }
      let store = try ResultStore.forReading(path)
      let rows = try store.perform { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT eligibility, count(*), sum(payable_fen), count(payable_other), min(missing)
            FROM decisions GROUP BY eligibility ORDER BY eligibility
            """
        ).map { "\($0[0] as String) \($0[1] as Int) \($0[2] as Int? ?? -1) \($0[3] as Int)" }
      }
      #expect(rows == ["one 4 1000 0", "two 4 -1 1"])
      #expect(try store.description()["state"] == "complete")
    }
  }

  @Test func `amounts, rejects and keys come out in the order of the register`() throws {
    try inFolder { path in
      do { try write(try begin(path), upTo: 4, isComplete: true) }
      let store = try ResultStore.forReading(path)
      var amounts: [String] = []
      try store.eachAmounts(of: ["two", "one"]) { subject, found throws(Failure) in
        amounts.append("\(subject) " + found.map { $0 ?? "-" }.joined(separator: " "))
      }
      #expect(amounts == ["F1 0.00 1.00", "F2 0.00 2.00", "F3 1.50 3.00", "F4 0.00 4.00"])
      var lines: [Int] = []
      try store.eachReject { reject throws(Failure) in lines.append(reject.line) }
      #expect(lines == [1, 2, 3, 4])
      var count = 0
      try store.eachKeys(seed: [1, 2]) { keys throws(Failure) in count += keys.count }
      #expect(count == 4)
    }
  }

  @Test func `broken records are refused`() throws {
    try inFolder { path in
      let store = try begin(path)
      let writer = try StoreWriter(store, eligibilities: 2, after: StoreProgress())
      for records in [Array(subject(1).dropLast()), subject(1) + subject(2), [9], [0]] {
        #expect(throws: Failure.self) {
          try writer.add(results: records, rejects: [], subjects: 1)
        }
      }
    }
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Failure)?.findings.first?.code
    }
  }

  @Test func `a full disk is told, and what was committed stays`() throws {
    try inFolder { path in
      do {
        let store = try begin(path)
        try write(store, upTo: 3, isComplete: false)
        try store.perform { database in
          let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
          try database.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        #expect(code { try write(store, upTo: 500, isComplete: true) } == "store.full")
      }
      #expect(try ResultStore.forReading(path).progress().subjects % 3 == 0)
    }
  }

  @Test func `two cannot write at once, and one may read meanwhile`() throws {
    try inFolder { path in
      let store = try begin(path)
      #expect(code { _ = try ResultStore.forWriting(path) } == "store.busy")
      #expect(try ResultStore.forReading(path).progress().subjects == 0)
      _ = store
    }
  }

  @Test func `what is no store is told apart`() throws {
    try inFolder { path in
      #expect(code { _ = try ResultStore.forReading(path) } == "store.missing")
      try Data("id,name\nF1,a\n".utf8).write(to: URL(filePath: path))
      #expect(code { _ = try ResultStore.forReading(path) } == "store.foreign")
      #expect(code { _ = try ResultStore.forWriting(path) } == "store.foreign")
      try FileManager.default.removeItem(atPath: path)
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "CREATE TABLE a (b)") }
      #expect(code { _ = try ResultStore.forWriting(path) } == "store.foreign")
      try queue.write { database in
        try database.execute(sql: "PRAGMA application_id = \(ResultStore.mark)")
        try database.execute(sql: "PRAGMA user_version = \(ResultStore.schemaVersion + 1)")
      }
      #expect(code { _ = try ResultStore.forReading(path) } == "store.newer")
      let folder = URL(filePath: path).deletingLastPathComponent().path
      #expect(code { _ = try ResultStore.forReading(folder) } == "store.foreign")
    }
  }
}
