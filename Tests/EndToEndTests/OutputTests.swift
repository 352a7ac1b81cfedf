// What happens when the output cannot go where it should.

import Foundation
import Testing

@Suite struct OutputTests {
  @Test(arguments: ["catalog list", "decide --format csv", "run"])
  func `a full disk is told, with exit code 2`(_ command: String) async throws {
    try await TemporaryFolder.with { workspace in
      try FileTree(Fixture.base).copy(to: workspace)
      let full = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
      let ended = try await YardstickProcess.run(
        try ShellWords.split(command), in: workspace, output: full)
      #expect(ended.code == 2)
      #expect(
        String(decoding: ended.stderr, as: UTF8.self)
          .contains("error: the output cannot be written: no space left on device"))
    }
  }

  @Test(arguments: ["catalog list", "decide --format csv", "run", "--help"])
  func `a reader that has gone ends the command without a signal`(_ command: String) async throws {
    try await TemporaryFolder.with { workspace in
      try FileTree(Fixture.base).copy(to: workspace)
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let ended = try await YardstickProcess.run(
        try ShellWords.split(command), in: workspace, output: pipe.fileHandleForWriting)
      #expect(!String(decoding: ended.stderr, as: UTF8.self).contains("NSCocoa"))
    }
  }

  @Test func `an interrupted write leaves the old file whole`() async throws {
    try await TemporaryFolder.with { workspace in
      try FileTree(Fixture.base).copy(to: workspace)
      let old = Data("old\n".utf8)
      let file = workspace.appending(path: "out.csv")
      try old.write(to: file)
      let ended = try await YardstickProcess.run(
        ["decide", "--only", "nothing_like_it", "--output", "out.csv"], in: workspace)
      #expect(ended.code == 2)
      #expect(try Data(contentsOf: file) == old)
    }
  }
}
