// What a command put out, read from and written to a fixture's folder.

import Foundation

/// What a command put out.
struct Transcript: Equatable, Sendable {
  var stdout: Data
  var stderr: Data
  var code: Int32

  /// The files that were written, by path.
  var files: [String: Data]

  init(_ ended: YardstickProcess.Ended, files: [String: Data]) {
    stdout = ended.stdout
    stderr = ended.stderr
    code = ended.code
    self.files = files
  }

  /// Reads what a fixture expects.
  init(expectedBy fixture: Fixture) throws {
    func read(_ name: String) throws -> Data {
      let file = fixture.folder.appending(path: name)
      return fixture.has(name) ? try Data(contentsOf: file) : Data()
    }
    stdout = try read("expected.stdout")
    stderr = try read("expected.stderr")
    let text = String(decoding: try read("expected.code"), as: UTF8.self)
    guard let code = Int32(text.isEmpty ? "0" : text.trimmingCharacters(in: .newlines)) else {
      throw FixtureError("`\(fixture.name)/expected.code` is not a number")
    }
    self.code = code
    files = try FileTree(fixture.folder.appending(path: "expected.files")).contents()
  }

  /// Makes this what a fixture expects.
  func write(to fixture: Fixture) throws {
    func write(_ data: Data, _ name: String) throws {
      let file = fixture.folder.appending(path: name)
      if fixture.has(name) { try FileManager.default.removeItem(at: file) }
      guard !data.isEmpty else { return }
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    try write(stdout, "expected.stdout")
    try write(stderr, "expected.stderr")
    try write(code == 0 ? Data() : Data("\(code)\n".utf8), "expected.code")
    try write(Data(), "expected.files")
    for (path, data) in files { try write(data, "expected.files/\(path)") }
  }

  /// How this differs from what was expected; empty when it does not.
  func differences(from expected: Transcript) -> String {
    var text = ""
    if code != expected.code { text += "exit code: expected \(expected.code), got \(code)\n" }
    text += TextDifference.describe("stdout", expected: expected.stdout, actual: stdout)
    text += TextDifference.describe("stderr", expected: expected.stderr, actual: stderr)
    for path in Set(files.keys).union(expected.files.keys).sorted() {
      text += TextDifference.describe(
        path, expected: expected.files[path] ?? Data(), actual: files[path] ?? Data())
      if (files[path] == nil) != (expected.files[path] == nil) {
        text += "\(path): \(files[path] == nil ? "was not written" : "was not expected")\n"
      }
    }
    return text
  }
}
