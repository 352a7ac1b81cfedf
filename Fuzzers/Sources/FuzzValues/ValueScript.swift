// Lua text that builds a value as bytes say, and hands it to the host.

/// Reads bytes as instructions for building values.
struct ValueScript {
  private var bytes: ArraySlice<UInt8>
  private var lines = ["local v, t = {}, { {} }"]
  private var values = 0
  private var tables = 1

  private static let events = [
    "__index", "__newindex", "__tostring", "__name", "__len", "__pairs", "__eq", "__lt", "__le",
    "__call", "__concat", "__metatable", "__mode", "__close", "__unm", "x",
  ]

  private static let units = ["", "元", "万元", "亿元", "%", "个百分点", "家", "位", "条"]

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  /// The text: up to sixty-four values, and what is done with the last one.
  mutating func text() -> String {
    while !bytes.isEmpty, values < 64 { step() }
    let value = tables > 1 ? "t[\(tables)]" : "v[\(max(1, values))]"
    switch byte() % 8 {
    case 0: lines.append("error(\(value))")
    case 1: lines.append("error(setmetatable({}, t[1]))")
    case 2: lines.append("print(\(value), t[1]) return \(value), t[1]")
    case 3: lines.append("return tostring(\(value))")
    case 4: lines.append("return coroutine.wrap(function() coroutine.yield(\(value)) end)()")
    case 5: lines.append("local x <close> = \(value) return x")
    default: lines.append("return \(value)")
    }
    return lines.joined(separator: "\n")
  }

  private mutating func step() {
    switch byte() % 12 {
    case 0: add(String(Int64(bitPattern: word())) + " + 0")
    case 1: add(float())
    case 2: add(string())
    case 3: add("quantity(\"\(Int64(bitPattern: word()))\(Self.units[Int(byte()) % 9])\")")
    case 4:
      tables += 1
      lines.append("t[\(tables)] = {}")
      add("t[\(tables)]")
    case 5, 6: lines.append("pcall(rawset, \(table()), \(value()), \(value()))")
    case 7: lines.append("pcall(rawset, \(table()), #\(table()) + 1, \(value()))")
    case 8:
      let event = Self.events[Int(byte()) % Self.events.count]
      lines.append("pcall(rawset, \(table()), \"\(event)\", \(value()))")
    case 9: lines.append("pcall(setmetatable, \(table()), \(table()))")
    case 10: add("function(...) return \(value()) end")
    default:
      let others = [
        "nil", "true", "false", "print", "coroutine.create(print)", "0/0", "1/0", "string",
      ]
      add(others[Int(byte()) % others.count])
    }
  }

  /// Appends a value; one that cannot be made is nil.
  private mutating func add(_ expression: String) {
    values += 1
    lines.append("_, v[\(values)] = pcall(function() return \(expression) end)")
  }

  private mutating func value() -> String { "v[\(1 + Int(byte()) % max(1, values))]" }

  private mutating func table() -> String { "t[\(1 + Int(byte()) % tables)]" }

  private mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }

  private mutating func word() -> UInt64 {
    (0..<Int(byte() % 9)).reduce(0) { word, _ in word << 8 | UInt64(byte()) }
  }

  private mutating func float() -> String {
    let value = Double(bitPattern: word())
    guard value.isFinite else { return value.isNaN ? "0/0" : "1/0" }
    return "\(value)"
  }

  private mutating func string() -> String {
    let count = Int(byte())
    defer { bytes = bytes.dropFirst(count) }
    return "\""
      + bytes.prefix(count).map { byte in
        let digits = String(byte)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }.joined() + "\""
  }
}
