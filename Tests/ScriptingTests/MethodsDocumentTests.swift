// The examples of docs/methods.md give what it says, and it leaves out no method.

import Foundation
import Testing

@testable import Scripting

@Suite struct MethodsDocumentTests {
  static let page =
    (try? String(
      contentsOf: MethodsSample.repository.appending(path: "docs/methods.md"), encoding: .utf8))
    ?? ""

  /// Every line of a block of Lua: an expression, `-->`, and its value.
  static let examples: [(expression: String, value: String)] = page.components(
    separatedBy: "```lua\n"
  ).dropFirst().flatMap { block in
    block.components(separatedBy: "```")[0].split(separator: "\n").map { line in
      let parts = String(line).components(separatedBy: "-->")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      return (parts[0], parts.count == 2 ? parts[1] : "")
    }
  }

  @Test func `there are examples of every family`() {
    #expect(Self.examples.count > 60)
  }

  @Test(arguments: examples)
  func `an example has the value that it is said to have`(
    _ expression: String, _ value: String
  ) throws {
    #expect(try MethodsSample.value(expression) == value)
  }

  @Test(arguments: HostMethod.all.map(\.name))
  func `a method is described in a table`(_ name: String) {
    let rows = Self.page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let isDescribed = rows.contains { $0.contains("`\(name)(") || $0.contains("`\(name) {") }
    let isAbove = ["progress.status", "progress.met"].contains(name)
    #expect(isDescribed || (isAbove && Self.page.contains("`\(name)(")))
  }

  @Test func `no method is described that does not exist`() {
    let names = Set(HostMethod.all.map(\.name))
    for match in Self.page.matches(of: /(?:stats|progress)\.[a-z_]+/) {
      #expect(names.contains(String(match.output)), "\(match.output)")
    }
  }
}
