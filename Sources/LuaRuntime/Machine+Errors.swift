// From a C status to a Swift error, and from a Swift error to a message for Lua.

internal import CLuaShim
internal import Quantities

extension Machine {
  /// Throws what a C call has reported, unless it went well.
  func check(_ status: ysl_status) throws(LuaError) {
    if status != YSL_OK { throw failure(status) }
  }

  private func failure(_ status: ysl_status) -> LuaError {
    guard let pointer, let raw = ysl_last_error(pointer) else {
      return LuaError("the Lua state is closed")
    }
    let location = LuaError.Location(raw.pointee)
    let frames = frames(raw)
    if raw.pointee.from_host, let thrown = pendingError {
      return passedOn(thrown, status, message(raw), location, frames)
    }
    switch status {
    case YSL_MEMORY:
      let call = call(pointer)
      return LuaError(
        .memory, "the script needs more than \(limits.memory) bytes of memory\(words(for: call))",
        location: location, traceback: frames,
        usage: .init(used: ysl_peak_memory(pointer), limit: limits.memory, call: call))
    case YSL_INSTRUCTIONS:
      let call = call(pointer)
      return LuaError(
        .instructions,
        "the script was stopped after \(limits.instructions) instructions\(words(for: call))",
        location: location, traceback: frames,
        usage: .init(
          used: Int(ysl_instructions_used(pointer)), limit: limits.instructions, call: call))
    default:
      let message = message(raw)
      return LuaError(
        LuaError.Kind(status), message, location: location, traceback: frames,
        value: raw.pointee.is_string ? nil : message)
    }
  }

  /// The function of a library in which a limit was reached.
  private func call(_ state: OpaquePointer) -> String? {
    ysl_stopped_in(state).map { String(cString: $0) }
  }

  private func words(for call: String?) -> String {
    call.map { ", in `\($0)`" } ?? ""
  }

  /// The error of a host function, once it has gone through Lua.
  private func passedOn(
    _ thrown: any Error, _ status: ysl_status, _ message: String, _ location: LuaError.Location?,
    _ frames: [LuaError.Frame]
  ) -> LuaError {
    guard let inner = thrown as? LuaError else {
      return LuaError(
        LuaError.Kind(status), message, location: location, traceback: frames, underlying: thrown)
    }
    // The host passed on what a script told it, so the innermost place is the inner one. Inner
    // frames go on to the outermost, unless they are those of a coroutine or another state.
    let isWhole = inner.traceback.last == frames.last
    return LuaError(
      inner.kind, inner.message, location: inner.location ?? location,
      traceback: isWhole ? inner.traceback : Array((inner.traceback + frames).prefix(20)),
      value: inner.value, underlying: inner.underlying, usage: inner.usage)
  }

  private func message(_ raw: UnsafePointer<ysl_error>) -> String {
    withUnsafeBytes(of: raw.pointee.message) { bytes in
      String(decoding: bytes.prefix(raw.pointee.message_length), as: UTF8.self)
    }
  }

  private func frames(_ raw: UnsafePointer<ysl_error>) -> [LuaError.Frame] {
    withUnsafeBytes(of: raw.pointee.frames) { bytes in
      bytes.bindMemory(to: ysl_frame.self).prefix(Int(raw.pointee.frame_count)).map { frame in
        let name = text(ofCharacters: frame.name)
        return LuaError.Frame(
          location: .init(chunk: text(ofCharacters: frame.chunk), line: Int(frame.line)),
          function: name.isEmpty ? nil : name)
      }
    }
  }

  /// Runs the host's side of a call; what it throws is kept here, and its message in C.
  func answer(for name: String = "quantity", _ body: () throws -> Void) -> Bool {
    do {
      try body()
      return true
    } catch {
      pendingError = error
      fail(error, in: name)
      return false
    }
  }

  private func fail(_ error: any Error, in name: String) {
    guard let pointer else { return }
    let (kind, text) =
      switch error {
      case let error as LuaError: (error.kind, error.message)
      case let error as any CustomStringConvertible: (.runtime, error.description)
      default: (LuaError.Kind.runtime, "`\(name)` failed without saying why")
      }
    var message = text
    message.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        ysl_fail(pointer, kind.status, $0.baseAddress, $0.count)
      }
    }
  }
}

extension LuaError.Location {
  fileprivate init?(_ raw: ysl_error) {
    guard raw.line > 0 else { return nil }
    self.init(chunk: text(ofCharacters: raw.chunk), line: Int(raw.line))
  }
}

extension LuaError.Kind {
  private static let pairs: [(LuaError.Kind, ysl_status)] = [
    (.runtime, YSL_RUNTIME), (.syntax, YSL_SYNTAX), (.missing, YSL_MISSING),
    (.memory, YSL_MEMORY), (.instructions, YSL_INSTRUCTIONS), (.size, YSL_SIZE),
    (.conversion, YSL_CONVERSION), (.stack, YSL_STACK),
  ]

  fileprivate init(_ status: ysl_status) {
    self = Self.pairs.first { $0.1 == status }?.0 ?? .runtime
  }

  fileprivate var status: ysl_status { Self.pairs.first { $0.0 == self }?.1 ?? YSL_RUNTIME }
}
