// Whole registers: the same bytes however the work is divided, and nothing lost on the way.

import Foundation
import Testing

@Suite struct RegisterTests {
  /// Rows of all sorts, those among them that cannot be read.
  private static let register: String = {
    var rows = "id,name,area,size,registered_on,since,rd_spend,employees,patents,exporter\r\n"
    for number in 1...120 {
      let size = ["small", "medium", "large", "小型", "tiny"][number % 5]
      let name = number % 7 == 0 ? "\"firm\n“\(number)”, \"\"quoted\"\"\"" : "firm \(number)"
      let spend = ["9999999.99", "1000万元", "2亿元", "", "5家"][number * 3 % 13 % 5]
      // Every eleventh has the key of an earlier row.
      let key = number % 11 == 0 ? number / 2 : number
      rows += "F\(key),\(name),10\(number % 2),\(size),2020-01-0\(number % 9 + 1),2020,"
      rows += "\(spend),\(number),\(number % 3 == 0 ? "" : "4"),\(number % 2 == 0)"
      rows += number % 17 == 0 ? "\n\n" : "\r\n"
    }
    return rows
  }()

  private func run(_ line: String, in workspace: URL) async throws -> YardstickProcess.Ended {
    try await YardstickProcess.run(try ShellWords.split(line), in: workspace)
  }

  private func inWorkspace(_ body: (URL) async throws -> Void) async throws {
    try await TemporaryFolder.with { workspace in
      try FileTree(Fixture.base).copy(to: workspace)
      try Data(Self.register.utf8).write(to: workspace.appending(path: "rows.csv"))
      try await body(workspace)
    }
  }

  @Test(arguments: ["csv", "json", "jsonl", "csv --layout wide", "jsonl --layout wide"])
  func `jobs and blocks do not change a byte`(_ format: String) async throws {
    try await inWorkspace { workspace in
      let command = "decide --subjects rows.csv --format \(format) --rejects left.csv"
      let left = workspace.appending(path: "left.csv")
      let first = try await run(command + " --jobs 1", in: workspace)
      let rejects = try Data(contentsOf: left)
      #expect(first.code == 1 && !first.stdout.isEmpty)
      #expect(String(decoding: rejects, as: UTF8.self).contains("was already read in line"))
      for division in ["--jobs 3 --block-size 1B", "--jobs 2 --block-size 1KiB"] {
        let again = try await run(command + " " + division, in: workspace)
        #expect(again.stdout == first.stdout, "with \(division)")
        #expect(again.stderr == first.stderr, "with \(division)")
        #expect(try Data(contentsOf: left) == rejects, "with \(division)")
      }
    }
  }

  @Test func `a script that ends its worker costs one evaluation`() async throws {
    try await inWorkspace { workspace in
      let script = workspace.appending(path: "scripts/eligibility/grants.lua")
      let text = try String(contentsOf: script, encoding: .utf8).replacing(
        "return e.exporter end",
        with: "while e.employees == quantity \"50人\" do end return e.exporter end")
      try Data(text.utf8).write(to: script)
      let options = " --layout wide --max-time 3s --max-instructions 100000000000"
      let command = "decide --subjects rows.csv --jobs 2 --block-size 1KiB" + options
      let ended = try await run(command + " --output out.csv --rejects left.csv", in: workspace)
      #expect(ended.code == 3)
      let lines = try String(contentsOf: workspace.appending(path: "out.csv"), encoding: .utf8)
        .split(separator: "\n")
      #expect(lines.filter { $0.hasSuffix(",") } == ["F50,5000000.00,"])
      #expect(lines.count > 50)
      let left = try String(contentsOf: workspace.appending(path: "left.csv"), encoding: .utf8)
      #expect(left.contains(",export_voucher,F50,"))
    }
  }

  @Test func `what is no file is written to, and a link stays`() async throws {
    try await inWorkspace { workspace in
      let command = "decide --subjects rows.csv --layout wide"
      let full = try await run(command + " --output /dev/full", in: workspace)
      #expect(full.code == 2)
      #expect(
        String(decoding: full.stderr, as: UTF8.self).contains(
          "error: `/dev/full` cannot be written: no space left on device"))
      _ = try await run(command + " --output /dev/null --summary /dev/null", in: workspace)
      var status = stat()
      #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
      let link = workspace.appending(path: "link.csv")
      try Data().write(to: workspace.appending(path: "real.csv"))
      #expect(symlink("real.csv", link.path) == 0)
      _ = try await run(command + " --output link.csv", in: workspace)
      #expect(lstat(link.path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
      #expect(try Data(contentsOf: workspace.appending(path: "real.csv")).count > 500)
    }
  }

  @Test func `a failure leaves no file behind`() async throws {
    try await inWorkspace { workspace in
      let before = FileTree(workspace).paths
      let broken = Self.register + "F500,\"never closed\n"
      try Data(broken.utf8).write(to: workspace.appending(path: "rows.csv"))
      let ended = try await run(
        "decide --subjects rows.csv --layout wide --block-size 1KiB --output o.csv --rejects l.csv",
        in: workspace)
      #expect(ended.code == 2)
      #expect(FileTree(workspace).paths == before)
    }
  }
}
