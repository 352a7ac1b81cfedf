// Values on their way between Swift and C.

internal import CLuaShim
internal import Quantities

extension Machine {
  /// The Swift form of a value; a reference that comes with it is owned by the result.
  func decode(_ raw: ysl_value) throws(LuaError) -> LuaValue {
    switch raw.tag {
    case YSL_BOOLEAN: return .boolean(raw.as.boolean)
    case YSL_INTEGER: return .integer(raw.as.integer)
    case YSL_NUMBER: return .number(raw.as.number)
    case YSL_STRING: return .string(try boundedText(raw))
    case YSL_QUANTITY:
      return .quantity(try decode(raw.as.quantity), origin: raw.as.quantity.origin)
    case YSL_OBJECT: return .object(HostObject(raw.as.object))
    case YSL_RECORD:
      guard let owner = raw.as.handle.owner else { return .other("record") }
      return .record(Unmanaged<LuaRecord>.fromOpaque(owner).takeUnretainedValue())
    case YSL_TABLE: return .table(LuaTable(machine: self, adopting: try reference(of: raw)))
    case YSL_FUNCTION:
      return .function(LuaFunction(machine: self, adopting: try reference(of: raw)))
    case YSL_OTHER: return .other(text(raw.as.string.data, raw.as.string.length))
    default: return .nil
    }
  }

  /// A text, unless it is longer than what may leave the state.
  private func boundedText(_ raw: ysl_value) throws(LuaError) -> String {
    let length = raw.as.string.length, limit = limits.result.bytes
    guard length <= limit else {
      throw LuaError(
        .size,
        "a text of \(length) bytes is too long to be handed over; at most \(limit) are allowed",
        usage: .init(used: length, limit: limit))
    }
    return text(raw.as.string.data, length)
  }

  /// The Swift form of a value, and whether it is only the beginning of a text.
  func decode(
    _ raw: ysl_value, cuttingTextsAt most: Int
  ) throws(LuaError) -> (value: LuaValue, isCut: Bool) {
    guard raw.tag == YSL_STRING, raw.as.string.length > most, let data = raw.as.string.data else {
      return (try decode(raw), false)
    }
    var length = most
    // The first byte that is left out must not belong to a character that has begun.
    while length > 0, UInt8(bitPattern: data[length]) & 0xC0 == 0x80 { length -= 1 }
    return (.string(text(data, length)), true)
  }

  func decodeAll(_ values: some Sequence<ysl_value>) throws(LuaError) -> [LuaValue] {
    // Every value is decoded even after a failure, so that no reference is left without an owner.
    var result: [LuaValue] = []
    var failure: LuaError?
    for value in values {
      do { result.append(try decode(value)) } catch { failure = error }
    }
    if let failure { throw failure }
    return result
  }

  func decodeAll(
    _ values: UnsafePointer<ysl_value>?, _ count: Int32
  ) throws(LuaError) -> [LuaValue] {
    try decodeAll(UnsafeBufferPointer(start: values, count: Int(count)))
  }

  private func reference(of raw: ysl_value) throws(LuaError) -> Int32 {
    if raw.as.handle.reference != 0 { return raw.as.handle.reference }
    var reference: Int32 = 0
    try check(ysl_reference(live(), raw.as.handle.index, &reference))
    return reference
  }

  /// The C form of a value whose text, if it is one, is left to the caller.
  private func encode(_ value: LuaValue) throws(LuaError) -> ysl_value {
    var raw = ysl_value()
    switch value {
    case .nil: raw.tag = YSL_NIL
    case .boolean(let value): (raw.tag, raw.as.boolean) = (YSL_BOOLEAN, value)
    case .integer(let value): (raw.tag, raw.as.integer) = (YSL_INTEGER, value)
    case .number(let value): (raw.tag, raw.as.number) = (YSL_NUMBER, value)
    case .string: raw.tag = YSL_STRING
    case .quantity(let value, let origin):
      (raw.tag, raw.as.quantity) = (YSL_QUANTITY, try encode(value, origin: origin))
    case .object(let value): (raw.tag, raw.as.object) = (YSL_OBJECT, value.raw)
    case .record(let value): raw = try encode(YSL_RECORD, value.machine, value.reference)
    case .table(let value): raw = try encode(YSL_TABLE, value.machine, value.reference)
    case .function(let value): raw = try encode(YSL_FUNCTION, value.machine, value.reference)
    case .other(let name):
      throw LuaError(.conversion, "a \(name) cannot be handed to a script")
    }
    return raw
  }

  private func encode(
    _ tag: ysl_tag, _ machine: Machine, _ reference: Int32
  ) throws(LuaError) -> ysl_value {
    try requireSame(machine)
    var raw = ysl_value()
    (raw.tag, raw.as.handle.reference) = (tag, reference)
    return raw
  }

  /// Runs a C call with one value in its C form.
  func withEncoded(
    _ value: LuaValue, _ body: (UnsafePointer<ysl_value>) -> ysl_status
  ) throws(LuaError) -> ysl_status {
    var raw = try encode(value)
    guard case .string(var string) = value else { return body(&raw) }
    return string.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        raw.as.string.data = characters.baseAddress
        raw.as.string.length = characters.count
        return body(&raw)
      }
    }
  }

  /// Runs a C call with values in their C form.
  func withEncoded(
    _ values: [LuaValue], _ body: (UnsafePointer<ysl_value>?) -> ysl_status
  ) throws(LuaError) -> ysl_status {
    var failure: LuaError?
    let status = withUnsafeTemporaryAllocation(of: ysl_value.self, capacity: values.count) { raw in
      var texts: [UInt8] = []
      do throws(LuaError) {
        for (position, value) in values.enumerated() {
          raw.initializeElement(at: position, to: try encode(value))
          guard case .string(let string) = value else { continue }
          texts.append(contentsOf: string.utf8)
          raw[position].as.string.length = string.utf8.count
        }
      } catch {
        failure = error
        return YSL_CONVERSION
      }
      return texts.withUnsafeBytes { bytes in
        // Texts lie one behind the other; their places are known once no more are added.
        var next = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        for position in raw.indices where raw[position].tag == YSL_STRING {
          raw[position].as.string.data = UnsafePointer(next)
          next = next.map { $0 + raw[position].as.string.length }
        }
        return body(UnsafePointer(raw.baseAddress))
      }
    }
    if let failure { throw failure }
    return status
  }

  /// Hands a host function's result to the trampoline, which pushes it after Swift has returned.
  func hold(_ value: LuaValue, in result: UnsafeMutablePointer<ysl_value>) throws(LuaError) {
    let raw = try encode(value)
    switch value {
    case .string(let string): try hold(string, in: result)
    case .table, .function, .record:
      guard ysl_hold_reference(try live(), raw.as.handle.reference, result) else {
        throw outOfMemory
      }
    default: result.pointee = raw
    }
  }

  func hold(_ string: String, in result: UnsafeMutablePointer<ysl_value>) throws(LuaError) {
    let state = try live()
    var string = string
    let held = string.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        ysl_hold_text(state, $0.baseAddress, $0.count, result)
      }
    }
    guard held else { throw outOfMemory }
  }

  private var outOfMemory: LuaError {
    LuaError(.memory, "there is no memory for the result of a host function")
  }
}

extension HostObject {
  init(_ raw: ysl_object) { self.init(type: raw.type, a: raw.a, b: raw.b) }

  var raw: ysl_object { ysl_object(type: type, a: a, b: b) }
}
