// `expect(actual):is(expected)` and its like.

import Diagnostics
import LuaRuntime

/// An expectation that was not met; it ends the test.
struct ExpectationFailure: Error, CustomStringConvertible {
  let description: String
}

extension ScriptEngine {
  /// The function `expect`, which answers something with the methods `is`, `is_not` and `fails`.
  func expecter(_ session: SuiteSession) throws(LuaError) -> LuaFunction {
    let methods = try [
      "is": method("is", session) { engine, actual, call in
        try engine.compare(try engine.plain(actual), with: try engine.plain(try call.argument(1)))
      },
      "is_not": method("is_not", session) { engine, actual, call in
        let unwanted = try engine.plain(try call.argument(1))
        let isSame = ScriptDifference.first(expected: unwanted, actual: try engine.plain(actual))
        return isSame == nil ? ("expected anything but \(unwanted)", []) : nil
      },
      "fails": method("fails", session) { engine, actual, call in
        try engine.expectError(of: actual, saying: try call.argument(1))
      },
    ]
    let type = try state.register(
      HostObjectType(
        name: "expectation",
        index: { _, key in
          guard case .string(let name) = key, let method = methods[name] else {
            throw ScriptError.noMember(key, of: "an expectation", known: methods.keys.sorted())
          }
          return .function(method)
        },
        describe: { _ in "expectation" }))
    types.expectation = type
    return try state.function("expect") { call in
      guard session.isTesting else {
        throw ScriptError(
          message: "`expect` works inside a test only", word: "expect",
          suggestion: "write `test \"what it shows\" (function() … end)` around it")
      }
      session.actuals.append(try call.argument(0))
      return .object(HostObject(type: type, b: UInt64(session.actuals.count - 1)))
    }
  }

  private typealias Problem = (message: String, notes: [String])

  /// A method of expectations; `check` says what is wrong, if anything is.
  private func method(
    _ name: String, _ session: SuiteSession,
    check: @escaping (ScriptEngine, LuaValue, borrowing HostCall) throws -> Problem?
  ) throws(LuaError) -> LuaFunction {
    try state.function(name) { [unowned self] call in
      guard case .object(let object) = try call.argument(0), object.type == types.expectation,
        session.actuals.indices.contains(Int(clamping: object.b))
      else {
        throw ScriptError(
          message: "`\(name)` stands behind `expect(…)` and a colon", word: name,
          suggestion: "write `expect(value):\(name)(…)`")
      }
      session.hasExpected = true
      guard let problem = try check(self, session.actuals[Int(clamping: object.b)], call) else {
        return .nil
      }
      session.failures.append(
        Finding(
          "suite.expectation", problem.message, at: expectationSpan(name), notes: problem.notes))
      throw ExpectationFailure(description: problem.message)
    }
  }

  /// Where the expectation stands: the innermost line that runs, in the file that has such a line.
  private func expectationSpan(_ name: String) -> SourceSpan? {
    guard let line = state.currentLine else { return nil }
    let files = sources.values.sorted { $0.path < $1.path }
    let spans = files.compactMap { $0.span(of: name, onLine: line) }
    return spans.first { $0.file.line(line).contains("expect") } ?? spans.first
  }

  private func compare(_ actual: ScriptValue, with expected: ScriptValue) throws -> Problem? {
    guard let difference = ScriptDifference.first(expected: expected, actual: actual) else {
      return nil
    }
    let wanted = difference.expected.map { "\($0)" } ?? "nothing"
    let found = difference.actual.map { "\($0)" } ?? "nothing"
    let place = difference.path.isEmpty ? "" : " at `\(difference.path)`"
    let isOpaque = [difference.expected, difference.actual].contains {
      if case .other? = $0 { true } else { false }
    }
    return (
      "expected \(wanted)\(place), but got \(found)",
      isOpaque ? ["only plain data can be the same: texts, numbers, quantities, days, tables"] : []
    )
  }

  private func expectError(
    of actual: LuaValue, saying part: LuaValue
  ) throws -> Problem? {
    guard case .function(let function) = actual else {
      throw ScriptError(
        message: "`fails` needs a function, not \(actual.kindText)", word: "fails",
        suggestion: "write `expect(function() … end):fails(\"part of the message\")`")
    }
    do {
      _ = try state.call(function, [], results: 0)
    } catch {
      switch error.kind {
      case .memory, .instructions, .stack, .size: throw error
      case .syntax, .runtime, .missing, .conversion: break
      }
      guard case .string(let words) = part else { return nil }
      let message = LuaMessage(error).text
      return message.contains(words) || error.message.contains(words)
        ? nil : ("expected an error that says `\(words)`, but it says `\(message)`", [])
    }
    return ("expected an error, but there was none", [])
  }
}
