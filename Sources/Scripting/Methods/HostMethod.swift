// One method of `stats` or `progress`, as scripts call it.

import LuaRuntime

/// A method of `stats` or `progress`.
package struct HostMethod: Sendable {
  /// The name with that of its library, such as `stats.gini`.
  let label: StaticString

  /// How it is called, such as `stats.gini(list, { weights = …, normalised = true })`.
  package let usage: String

  /// The options that it knows.
  let options: [String]

  /// Answers a call.
  let answer: @Sendable (inout MethodCall) throws -> LuaValue

  init(
    _ label: StaticString, _ parameters: String, options: [String] = [],
    _ answer: @escaping @Sendable (inout MethodCall) throws -> LuaValue
  ) {
    self.label = label
    usage = "\(label)\(parameters)"
    self.options = options
    self.answer = answer
  }

  /// The name with that of its library.
  package var name: String { "\(label)" }

  /// The name behind the point.
  var shortName: String { String(name.drop { $0 != "." }.dropFirst()) }

  /// Every method of `stats` and `progress`, for prompts that list or complete them.
  package static let all =
    growth + indices + structure + concentration + composites + series + checks + progress
}
