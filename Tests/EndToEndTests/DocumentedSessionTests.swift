// The sessions at the prompt that pages show, run again.

import Foundation
import Testing

@Suite struct DocumentedSessionTests {
  /// The pages that hold sessions.
  static let pages: [String] = {
    let docs = FileTree(Fixture.repository.appending(path: "docs")).paths.map { "docs/" + $0 }
    return (docs + ["README.md"]).filter { path in
      let text = try? String(
        contentsOf: Fixture.repository.appending(path: path), encoding: .utf8)
      return path.hasSuffix(".md") && text?.contains("\n```yardstick\n") == true
    }
  }()

  @Test func `there are pages with sessions`() {
    #expect(Set(Self.pages).isSuperset(of: ["README.md", "docs/prompt.md"]))
  }

  @Test(arguments: pages)
  func `a session puts out what the page shows`(_ page: String) async throws {
    let ended = try await YardstickProcess.run(
      ["repl", "--verify", page], in: Fixture.repository)
    #expect(ended.code == 0, "\(String(decoding: ended.stderr, as: UTF8.self))")
  }
}
