// A typed row handed to scripts as one value: the hot path.

public import Quantities

internal import CLuaShim

/// A value of a record's field.
public enum RecordValue: Sendable {
  /// Not known: neither zero nor false.
  case missing

  /// A truth value.
  case boolean(Bool)

  /// A whole number, such as a year.
  case integer(Int64)

  /// An exact quantity.
  case quantity(Quantity)

  /// A text.
  case string(String)

  /// A value of a type that the host registered.
  case object(HostObject)
}

/// A row with named fields that scripts read as `e.name` and cannot change.
///
/// The host rewrites one record for row after row. Reading a field costs the same for any number of
/// fields, and neither reading nor writing allocates a Swift object; of what is written only texts
/// longer than any before them in their field take memory.
///
/// Reading a missing field raises an error of kind `missing` and is noted in ``missingRead``, which a
/// script cannot undo. Once the record goes away, scripts that kept it can no longer read it.
public final class LuaRecord {
  let machine: Machine
  let reference: Int32
  private let record: OpaquePointer
  private let slots: UnsafeMutablePointer<ysl_slot>

  /// The names of the fields.
  public let fields: [String]

  /// What the record is called in messages, such as `e`.
  public let name: String

  /// Words the error for a field that the record does not have.
  public var unknownKey: (String) -> any Error

  /// Creates a record with every field missing.
  ///
  /// - Parameters:
  ///   - state: The state whose scripts read the record.
  ///   - name: What scripts call it, for messages.
  ///   - fields: The names of the fields.
  ///   - methods: Functions for `e:name(…)`, which get the record first. Besides these, every record
  ///     has `e:get("field", default)`, which answers the default for a missing field and is not
  ///     noted as missing.
  ///   - originBase: The origin of quantities of the first field, from 1; the next field has the next
  ///     number.
  /// - Throws: ``LuaError`` when two names are alike or memory is short.
  public init(
    _ state: LuaState,
    name: String,
    fields: [String],
    methods: [(String, LuaFunction)] = [],
    originBase: UInt32 = 1
  ) throws(LuaError) {
    let machine = state.machine
    let pointer = try machine.live()
    for (_, function) in methods { try machine.requireSame(function.machine) }
    var seen: Set<String> = []
    for key in fields + methods.map(\.0) where !seen.insert(key).inserted {
      throw LuaError(.conversion, "the record `\(name)` has two fields called `\(key)`")
    }
    var reference: Int32 = 0
    var created: OpaquePointer?
    let status = withCharacters(of: fields) { fieldNames in
      withCharacters(of: methods.map(\.0)) { methodNames in
        ysl_record_new(
          pointer, name, originBase, fieldNames, Int32(fields.count), methodNames,
          methods.map(\.1.reference), Int32(methods.count), &reference, &created)
      }
    }
    try machine.check(status)
    guard let created, let slots = ysl_record_slots(created) else {
      throw LuaError(.memory, "there is no memory for the record `\(name)`")
    }
    self.machine = machine
    self.reference = reference
    self.record = created
    self.slots = slots
    self.fields = fields
    self.name = name
    unknownKey = { LuaError("`\(name)` has no field `\($0)`") }
    ysl_record_set_owner(created, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    if machine.pointer != nil { ysl_record_retire(record) }
    machine.release(reference)
  }

  /// Writes a field.
  ///
  /// - Throws: ``LuaError`` of kind `conversion` when a quantity's unit is not in the state's table.
  public func set(_ field: Int, _ value: RecordValue) throws(LuaError) {
    precondition(fields.indices.contains(field), "a record is written within its fields")
    _ = try machine.live()
    switch value {
    case .missing:
      slots[field].tag = YSL_NIL
    case .boolean(let value):
      slots[field].as.boolean = value
      slots[field].tag = YSL_BOOLEAN
    case .integer(let value):
      slots[field].as.integer = value
      slots[field].tag = YSL_INTEGER
    case .quantity(let value):
      slots[field].as.quantity = try machine.encode(value, origin: 0)
      slots[field].tag = YSL_QUANTITY
    case .object(let value):
      slots[field].as.object = value.raw
      slots[field].tag = YSL_OBJECT
    case .string(var value):
      try setText(field, &value)
    }
  }

  /// Writes a text field from its bytes, without making a string of them.
  public func set(_ field: Int, utf8: some Collection<UInt8>) throws(LuaError) {
    precondition(fields.indices.contains(field), "a record is written within its fields")
    _ = try machine.live()
    let stored = utf8.withContiguousStorageIfAvailable { setBytes(field, $0) }
    if let stored {
      try check(stored)
    } else {
      try check(Array(utf8).withUnsafeBufferPointer { setBytes(field, $0) })
    }
  }

  private func setText(_ field: Int, _ text: inout String) throws(LuaError) {
    try check(text.withUTF8 { setBytes(field, $0) })
  }

  private func setBytes(_ field: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withMemoryRebound(to: CChar.self) {
      ysl_slot_set_text(slots + field, $0.baseAddress, $0.count)
    }
  }

  private func check(_ stored: Bool) throws(LuaError) {
    if !stored { throw LuaError(.memory, "there is no memory for a field of `\(name)`") }
  }
}

extension LuaRecord {
  /// The fields that scripts read since ``resetReads()``, in order, missing or not.
  public var fieldsRead: [Int] {
    machine.pointer == nil ? [] : positions(ysl_record_reads(record))
  }

  /// The fields that scripts read while they were missing, in order.
  public var missingRead: [Int] {
    machine.pointer == nil ? [] : positions(ysl_record_missing_reads(record))
  }

  /// Forgets which fields were read.
  public func resetReads() {
    if machine.pointer != nil { ysl_record_reset_reads(record) }
  }

  private func positions(_ words: UnsafePointer<UInt64>?) -> [Int] {
    guard let words else { return [] }
    var result: [Int] = []
    for word in 0..<((fields.count + 63) / 64) {
      var bits = words[word]
      while bits != 0 {
        result.append(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return result
  }
}
