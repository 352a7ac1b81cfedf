// `require`: scripts of a plugin share what modules in its own folder return.

import Diagnostics
import LuaRuntime

/// The modules of one plugin, each loaded at most once.
private final class ModuleShelf {
  let scripts: [String: Script]
  let environment: LuaTable

  /// What the modules that are loaded have returned.
  var values: [String: LuaValue] = [:]

  init(_ modules: [ScriptModule], environment: LuaTable) {
    scripts = Dictionary(modules.map { ($0.name, $0.script) }, uniquingKeysWith: { $1 })
    self.environment = environment
  }
}

extension ScriptEngine {
  /// The function `require` of scripts that share modules.
  func requirer(
    for modules: [ScriptModule], in environment: LuaTable
  ) throws(LuaError) -> LuaFunction {
    let shelf = ModuleShelf(modules, environment: environment)
    return try state.function("require") { [unowned self] call in
      guard case .string(let given) = try call.argument(0) else {
        throw ScriptError(
          message: "`require` needs the name of a module", word: "require",
          suggestion: "write `local rates = require \"rates\"` for `lib/rates.lua`")
      }
      let name = try moduleName(given)
      if let value = shelf.values[name] { return value }
      let value = try load(name, given: given, from: shelf)
      shelf.values[name] = value
      return value
    }
  }

  /// The path of a module inside `lib`, which scripts write with dots or slashes.
  func moduleName(_ given: String) throws(ScriptError) -> String {
    let name = given.replacing(".", with: "/")
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.contains("\\"), parts.allSatisfy({ !$0.isEmpty }) else {
      throw ScriptError(
        message: "`\(given)` is no name of a module; `require` stays inside the plugin",
        word: given.isEmpty ? "require" : given,
        suggestion: "write `require \"rates\"` for `lib/rates.lua`, "
          + "and `require \"rates.small\"` for `lib/rates/small.lua`")
    }
    return name
  }

  private func load(_ name: String, given: String, from shelf: ModuleShelf) throws -> LuaValue {
    guard let script = shelf.scripts[name] else {
      throw ScriptError.unknownModule(given, known: shelf.scripts.keys.sorted())
    }
    guard loadingFile != nil else {
      throw ScriptError(
        message: "the module `\(given)` is not loaded, and evaluations load nothing", word: given,
        suggestion: "require it at the top of the file, as in `local m = require \"\(given)\"`")
    }
    if let start = requiring.firstIndex(of: name) {
      let circle = (requiring[start...] + [name]).joined(separator: " → ")
      throw ScriptError(
        message: "modules require each other in a circle: \(circle)", word: given,
        suggestion: "move what both need to a module of its own")
    }
    requiring.append(name)
    defer { requiring.removeLast() }
    _ = try read(script)
    let value = try state.result(
      of: try state.load(script.bytes, chunk: "@" + script.path, environment: shelf.environment))
    switch value {
    case .nil: return .boolean(true)
    case .other(let type): throw ScriptError(message: "the module `\(name)` returns a \(type)")
    default: return value
    }
  }
}

extension ScriptError {
  fileprivate static func unknownModule(_ name: String, known: [String]) -> ScriptError {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return ScriptError(
      message: "there is no module `\(name)` in the plugin", word: name,
      notes: [known.isEmpty ? "its folder `lib` has no modules" : "its modules are \(list)"],
      suggestion: NearestName.of(name.replacing(".", with: "/"), among: known)
        .map { "did you mean `\($0)`?" })
  }
}
