// Feeds bytes to the readers of the worker's protocol.
//
// Whatever is understood must be written again as bytes that are understood in the same way.

import CFuzzer
@_spi(Fuzzing) import Workers
import Yardstick

// The driver calls from one thread.
nonisolated(unsafe) private let reading: MessageReading? = {
  let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  return (try? Workspace.open(root)).map { MessageReading(evaluator: $0.evaluator) }
}()

@_cdecl("FuzzProtocol_main")
func fuzz(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  guard reading != nil else {
    print("the workspace around the fuzzers cannot be opened")
    return 2
  }
  var count = count
  var arguments = arguments
  return LLVMFuzzerRunDriver(&count, &arguments) { start, count in
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let reading {
      if let again = reading.request(bytes) { precondition(reading.request(again) == again) }
      if let again = reading.response(bytes) { precondition(reading.response(again) == again) }
    }
    return 0
  }
}
