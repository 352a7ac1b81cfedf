import Foundation
import LuaRuntime
import Testing

@testable import Scripting
@testable import Workers

@Suite struct ProtocolExampleTests {
  /// The messages of the example, in the order in which they are sent.
  static let messages: [[UInt8]] = [
    WorkerResponse.ready(
      Isolation(noNewPrivileges: true, resourceLimits: true, systemCallFilter: true)
    ).message(),
    WorkerRequest.run(
      Chunk(path: "-e", bytes: Array("6 * 7".utf8), isExpression: true), LuaLimits()
    ).message(),
    WorkerResponse.ran(
      ChunkOutcome(status: .ok, value: "42", instructions: 1000, peakMemory: 30_000)
    ).message(),
  ]

  /// The bytes at the start of every line of the block of bytes.
  static func example() throws -> [UInt8] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/worker-protocol.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let blocks = text.components(separatedBy: "```")
    let block = try #require(blocks.first { $0.hasPrefix("hex\n") })
    return block.split(separator: "\n").dropFirst().flatMap { line in
      line.components(separatedBy: "  ")[0].split(separator: " ").compactMap {
        UInt8($0, radix: 16)
      }
    }
  }

  @Test func `the example in the documentation is what is sent`() throws {
    let sent = Self.messages.flatMap { Frame.header($0.count) + $0 }
    let shown = sent.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
    #expect(try Self.example() == sent, "write the example as \(shown)")
  }
}
