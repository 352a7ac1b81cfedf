// The globals `stats` and `progress`.

import Diagnostics
import LuaRuntime
import Quantities
import Statistics

/// The globals `stats` and `progress` of a Lua state: host objects whose fields are functions.
///
/// Scripts can neither change them nor go through them. The functions live as long as the state and
/// keep their library, which therefore must not keep the state.
final class MethodLibrary {
  unowned let state: LuaState

  /// The engine whose observations and catalogue the methods see; `nil` for plain chunks.
  private(set) weak var engine: ScriptEngine?

  private init(_ state: LuaState, _ engine: ScriptEngine?) {
    self.state = state
    self.engine = engine
  }

  /// Makes `stats` and `progress` known to scripts.
  static func install(in state: LuaState, engine: ScriptEngine? = nil) throws(LuaError) {
    let library = MethodLibrary(state, engine)
    for name in ["stats", "progress"] {
      var functions: [String: LuaFunction] = [:]
      for method in HostMethod.all where method.name.hasPrefix(name + ".") {
        functions[method.shortName] = try library.function(method)
      }
      let type = try state.register(library.type(name, functions))
      try state.setGlobal(name, .object(HostObject(type: type)))
    }
  }

  private func function(_ method: HostMethod) throws(LuaError) -> LuaFunction {
    try state.function(method.name) { call in
      var call = MethodCall(self, method, try call.arguments)
      try call.charge(MethodCall.costOfCall)
      do {
        return try method.answer(&call)
      } catch let error as StatisticsError {
        throw call.refusal(error.message, suggestion: error.advice)
      } catch let error as ArithmeticError {
        // What to do instead stands behind the last semicolon.
        let parts = error.message.split(separator: "; ", maxSplits: 1)
        throw call.refusal(
          parts.first.map { String($0) } ?? error.message,
          suggestion: parts.count > 1 ? parts.last.map { String($0) } : nil)
      }
    }
  }

  private func type(_ name: String, _ functions: [String: LuaFunction]) -> HostObjectType {
    HostObjectType(
      name: name,
      index: { _, key in
        guard case .string(let method) = key, let function = functions[method] else {
          throw ScriptError(
            message: "`\(name)` has no method `\(key.shortText)`", word: key.shortText,
            suggestion: NearestName.of(key.shortText, among: functions.keys)
              .map { "did you mean `\($0)`?" } ?? "docs/methods.md lists what there is")
        }
        return .function(function)
      },
      describe: { _ in name })
  }

  // MARK: Results

  func list(_ quantities: [Quantity]) throws -> LuaValue {
    try list(quantities.map { .quantity($0) })
  }

  func list(_ values: [LuaValue]) throws -> LuaValue {
    let table = try state.makeTable()
    for (position, value) in values.enumerated() {
      try table.set(.integer(Int64(position + 1)), value)
    }
    return .table(table)
  }

  /// A table with the names that have a value.
  func record(_ entries: KeyValuePairs<String, LuaValue?>) throws -> LuaValue {
    let table = try state.makeTable()
    for (name, value) in entries {
      if let value { try table.set(name, value) }
    }
    return .table(table)
  }
}
