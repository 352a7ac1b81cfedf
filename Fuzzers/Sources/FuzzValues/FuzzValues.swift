// Hands values of every shape from Lua to the host: returned, raised, printed.

import CFuzzer
import Yardstick

private let limits = LuaLimits(memory: 4 << 20, instructions: 200_000)

@_cdecl("FuzzValues_main")
func fuzz(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var count = count
  var arguments = arguments
  return LLVMFuzzerRunDriver(&count, &arguments) { start, count in
    var script = ValueScript(Array(UnsafeBufferPointer(start: start, count: count)))
    let text = script.text()
    let chunk = Chunk(path: "a.lua", bytes: Array(text.utf8))
    let outcome = ChunkRunner.run(chunk, units: .standard, limits: limits)
    // What the script says is always Lua, and it is short.
    precondition(outcome.message?.contains("syntax") != true, text)
    precondition((outcome.status == .ok) == (outcome.message == nil), text)
    precondition(outcome.peakMemory <= limits.memory, text)
    return 0
  }
}
