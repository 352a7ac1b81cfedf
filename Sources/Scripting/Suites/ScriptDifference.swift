// The first place at which two pieces of plain data differ.

import Quantities

/// The first place at which two pieces of plain data differ.
struct ScriptDifference: Equatable {
  /// Where, such as `.rates[2]`; empty for the values themselves.
  var path: String

  /// What was expected there; `nil` when nothing was.
  let expected: ScriptValue?

  /// What was there; `nil` when nothing was.
  let actual: ScriptValue?

  /// The first difference, or `nil` when both are equal.
  static func first(expected: ScriptValue, actual: ScriptValue) -> ScriptDifference? {
    if case .table(let wanted) = expected, case .table(let found) = actual {
      return first(expected: wanted, actual: found)
    }
    guard !expected.isLike(actual) else { return nil }
    return ScriptDifference(path: "", expected: expected, actual: actual)
  }

  private static func first(expected: ScriptTable, actual: ScriptTable) -> ScriptDifference? {
    for position in 0..<max(expected.items.count, actual.items.count) {
      let wanted = expected.items.dropFirst(position).first
      let found = actual.items.dropFirst(position).first
      if let difference = first(wanted, found, at: "[\(position + 1)]") { return difference }
    }
    let keys = Set(expected.entries.map(\.key) + actual.entries.map(\.key)).sorted()
    for key in keys {
      let path = key.hasPrefix("[") ? key : ".\(key)"
      if let difference = first(expected[key], actual[key], at: path) { return difference }
    }
    return nil
  }

  private static func first(
    _ expected: ScriptValue?, _ actual: ScriptValue?, at path: String
  ) -> ScriptDifference? {
    guard let expected, let actual else {
      return ScriptDifference(path: path, expected: expected, actual: actual)
    }
    guard var difference = first(expected: expected, actual: actual) else { return nil }
    difference.path = path + difference.path
    return difference
  }
}

extension ScriptValue {
  /// Whether two values that are not both tables mean the same.
  ///
  /// Quantities are the same when their values are, whatever units they are shown in, and a plain
  /// number is the same as a quantity without a unit. What is no data is never the same as anything.
  fileprivate func isLike(_ other: ScriptValue) -> Bool {
    switch (self, other) {
    case (.other, _), (_, .other): false
    case (.quantity(let left), .quantity(let right)):
      (try? Quantity.isEqual(left, right)) ?? false
    case (.quantity(let quantity), .integer(let integer)),
      (.integer(let integer), .quantity(let quantity)):
      (try? Quantity.isEqual(quantity, Quantity(Int(integer)))) ?? false
    case (.integer(let integer), .number(let number)),
      (.number(let number), .integer(let integer)):
      Int64(exactly: number) == integer
    default: self == other
    }
  }
}
