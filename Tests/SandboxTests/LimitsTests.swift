// What the limits of a locked process stop, with or without a filter of system calls.

import Foundation
import Testing

@Suite("The limits of a locked process")
struct LimitsTests {
  static let megabyte = 1_000_000

  @Test(
    "are those that the kernel keeps",
    arguments: [
      ("Max address space", "300000000"), ("Max cpu time", "7"), ("Max core file size", "0"),
      ("Max file size", "0"), ("Max locked memory", "0"), ("Max open files", "0"),
      ("Max processes", "0"),
    ])
  func kept(limit: (name: String, value: String)) async throws {
    let input = Pipe()
    let probe = try ProbeProcess(["300000000", "7", "report"], input: input)
    _ = probe.someOutput()
    #expect(try Kernel.field(limit.name, of: probe.id, in: "limits") == limit.value)
    try input.fileHandleForWriting.close()
    #expect(try await probe.ended().end == .code(0))
  }

  @Test("let a process have the memory it may use")
  func enoughMemory() async throws {
    #expect(
      try await ProbeProcess.end("\(300 * Self.megabyte)", "60", "allocate", "1000000") == .code(0))
  }

  @Test("refuse memory beyond the limit, and the process goes on")
  func tooMuchMemory() async throws {
    let (end, output) = try await ProbeProcess([
      "\(300 * Self.megabyte)", "60", "allocate", "\(300 * Self.megabyte)",
    ]).ended()
    #expect(end == .code(1))
    #expect(output == Data("\(ENOMEM)\n".utf8))
  }

  @Test("end Swift code that needs more memory by a crash, not by a forbidden call")
  func outOfMemory() async throws {
    let end = try await ProbeProcess.end("\(300 * Self.megabyte)", "60", "fill")
    // Where not even the message can be built, the runtime fails in other ways than abort.
    #expect([SIGABRT, SIGILL, SIGSEGV, SIGTRAP].contains { end == .signal($0) })
  }

  @Test("end a process that computes too long")
  func tooLong() async throws {
    #expect(try await ProbeProcess.end("0", "1", "spin") == .signal(SIGKILL))
  }

  @Test("let output to a regular file grow")
  func regularFile() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let end = try await ProbeProcess(["work"], file: FileHandle(forWritingTo: path)).ended().end
    #expect(end == .code(0))
    #expect(try !Data(contentsOf: path).isEmpty)
  }
}
