// What scripts printed.

internal import CLuaShim

/// What scripts have printed with `print`, at most 64 KiB.
public struct LuaLog: Hashable, Sendable {
  /// The bytes as they were printed, whole characters only where they are cut.
  public let bytes: [UInt8]

  /// Whether more was printed than there is room for.
  public let isCut: Bool

  /// The log as text; bytes that are not UTF-8 are replaced by U+FFFD, and a last line says if the
  /// log is cut.
  public var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return isCut ? text + "\n… what was printed after \(bytes.count) bytes is not kept\n" : text
  }
}

extension LuaState {
  /// What scripts printed since the state was opened or ``clearLog()`` was called.
  public var log: LuaLog {
    guard let state = machine.pointer else { return LuaLog(bytes: [], isCut: false) }
    var length = 0
    var isCut = false
    let characters = ysl_log(state, &length, &isCut)
    let bytes = UnsafeRawBufferPointer(start: characters, count: characters == nil ? 0 : length)
    return LuaLog(bytes: Array(bytes), isCut: isCut)
  }

  /// Empties the log.
  public func clearLog() {
    if let state = machine.pointer { ysl_clear_log(state) }
  }
}
