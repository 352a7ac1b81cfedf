// Loads and runs bytes as Lua text under a tiny budget: as a plain chunk, and as a plugin's script.

import CFuzzer
import Yardstick

// The driver calls from one thread.
nonisolated(unsafe) private let workspace = try? Workspace.open(
  "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/"))

private let limits = LuaLimits(memory: 1 << 20, instructions: 20_000, sourceBytes: 16 << 10)

/// Loads bytes as the only script of a plugin, and decides with whatever it defines.
private func loadPlugin(_ bytes: [UInt8], in workspace: Workspace) throws {
  let plugin = Plugin(
    manifest: PluginManifest(
      id: "fuzz", title: Title(zh: "", en: ""), version: "1.0.0",
      area: workspace.catalog.header.area),
    scripts: [Script(path: "a.lua", bytes: bytes)])
  let evaluator = LocalEvaluator(
    engine: try ScriptEngine(
      catalog: workspace.catalog, plugins: [plugin], observations: workspace.observations,
      limits: limits))
  let moment = try workspace.moment("2027")
  for id in evaluator.eligibilities.ids {
    let subject = try workspace.subject(given: "rd_spend=1200万元", for: id)
    _ = try? evaluator.decide(id, on: subject, at: moment)
  }
  for id in evaluator.indicators.ids { _ = try? evaluator.compute(id, at: moment) }
}

@_cdecl("FuzzChunk_main")
func fuzz(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  guard workspace != nil else {
    print("the workspace around the fuzzers cannot be opened")
    return 2
  }
  var count = count
  var arguments = arguments
  return LLVMFuzzerRunDriver(&count, &arguments) { start, count in
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for isExpression in [false, true] {
      let chunk = Chunk(path: "a.lua", bytes: bytes, isExpression: isExpression)
      let outcome = ChunkRunner.run(chunk, units: .standard, limits: limits)
      precondition((outcome.status == .ok) == (outcome.message == nil))
      precondition(outcome.peakMemory <= limits.memory)
    }
    if let workspace { try? loadPlugin(bytes, in: workspace) }
    return 0
  }
}
