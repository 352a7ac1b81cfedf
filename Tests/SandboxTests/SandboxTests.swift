// What a locked process reports, and what it still can do.

import Foundation
import Testing

@Suite("A locked process")
struct SandboxTests {
  @Test("reports the layers that are in force")
  func report() async throws {
    let (end, output) = try await ProbeProcess(["report"]).ended()
    #expect(end == .code(0))
    let error = Kernel.filtersCalls ? "0" : "[1-9][0-9]*"
    let report = try Regex(
      """
      closed 0
      returned (\(error))
      no_new_privileges 1
      rlimits 1
      seccomp \(Kernel.filtersCalls ? 1 : 0)
      error \\1

      """)
    #expect(try report.wholeMatch(in: String(decoding: output, as: UTF8.self)) != nil)
  }

  @Test(
    "is locked in the eyes of the kernel", arguments: [("NoNewPrivs:", "1"), ("Seccomp:", "2")])
  func status(field: (name: String, value: String)) async throws {
    let input = Pipe()
    let probe = try ProbeProcess(["report"], input: input)
    _ = probe.someOutput()
    let value = try Kernel.field(field.name, of: probe.id, in: "status")
    let expected = field.name == "Seccomp:" && !Kernel.filtersCalls ? "0" : field.value
    #expect(value == expected)
    try input.fileHandleForWriting.close()
    #expect(try await probe.ended().end == .code(0))
  }

  @Test("allocates, hashes, throws and handles text", arguments: [0, 300_000_000])
  func work(addressSpace: Int) async throws {
    let (end, output) = try await ProbeProcess(["\(addressSpace)", "60", "work"]).ended()
    #expect(end == .code(0))
    #expect(
      String(decoding: output, as: UTF8.self) == """
        1000 -12502500 1000 10000 33554432 65536 1000
        1 two 3.5 [4] ["five": 5]

        """)
  }

  @Test("reads its input and writes its output")
  func inputAndOutput() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let bytes = Data((0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
    try bytes.write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let (end, output) = try await ProbeProcess(
      ["echo"], input: FileHandle(forReadingFrom: path)
    ).ended()
    #expect(end == .code(0))
    // Not compared inside the macro, which would look for the differences for minutes.
    let isSame = output == bytes
    #expect(isSame)
  }

  @Test("prints")
  func prints() async throws {
    let (end, output) = try await ProbeProcess(["print"]).ended()
    #expect(end == .code(0))
    #expect(output == Data("printed\n".utf8))
  }

  @Test(
    "ends by its own signal when it crashes",
    arguments: [("abort", [SIGABRT]), ("trap", [SIGILL, SIGTRAP])])
  func crashes(attempt: String, signals: [Int32]) async throws {
    // With backtraces, Swift handles the signal and starts a process.
    for environment in [[:], ["SWIFT_BACKTRACE": "enable=yes"]] {
      let end = try await ProbeProcess.end(attempt, environment: environment)
      #expect(signals.contains { end == .signal($0) })
    }
  }
}
