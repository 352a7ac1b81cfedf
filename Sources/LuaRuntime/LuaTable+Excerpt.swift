// The beginning of a table that may hold more than can be handed over.

internal import CLuaShim

/// The first entries of a table, texts cut to what may leave the state.
public struct LuaExcerpt {
  /// A key and its value.
  public struct Entry {
    /// The key; the beginning of it when it is a very long text.
    public let key: LuaValue

    /// The value.
    public let value: LuaValue

    /// Whether the value is only the beginning of a text.
    public let isCut: Bool
  }

  /// The entries, in the order of ``LuaTable/entries()``.
  public var entries: [Entry] = []

  /// Whether the table has more.
  public var isCut = false
}

extension LuaTable {
  /// The first entries in the order of ``entries()``, however many there are.
  ///
  /// - Parameters:
  ///   - most: How many entries.
  ///   - textBytes: How many bytes of UTF-8 one text.
  /// - Throws: ``LuaError`` when there is no memory left to refer to tables and functions.
  public func excerpt(entries most: Int, textBytes: Int) throws(LuaError) -> LuaExcerpt {
    let state = try machine.live()
    let collector = ExcerptCollector(
      machine: machine, most: max(0, most), textBytes: max(0, textBytes), sequence: Int64(count))
    let status = withExtendedLifetime(collector) {
      ysl_table_visit(state, reference, Unmanaged.passUnretained(collector).toOpaque()) {
        context, key, value in
        guard let context, let key, let value else { return false }
        return Unmanaged<ExcerptCollector>.fromOpaque(context).takeUnretainedValue()
          .add(key.pointee, value.pointee)
      }
    }
    if let error = collector.error { throw error }
    try machine.check(status)
    return collector.excerpt
  }

  /// Whether both are the same table of one state.
  public func isSame(as other: LuaTable) -> Bool {
    guard let state = machine.pointer, machine === other.machine,
      let identity = ysl_table_identity(state, reference)
    else { return false }
    return identity == ysl_table_identity(state, other.reference)
  }
}

/// Keeps the first entries while C walks through a table in an order of its own.
private final class ExcerptCollector {
  private let machine: Machine
  private let most: Int
  private let textBytes: Int
  private let sequence: Int64
  private var entries: [(order: KeyOrder, entry: LuaExcerpt.Entry)] = []

  /// The last of the entries that were kept when there were too many.
  private var last: KeyOrder?
  private var isCut = false
  private(set) var error: LuaError?

  init(machine: Machine, most: Int, textBytes: Int, sequence: Int64) {
    self.machine = machine
    self.most = most
    self.textBytes = textBytes
    self.sequence = sequence
  }

  var excerpt: LuaExcerpt {
    keepFirst()
    return LuaExcerpt(entries: entries.map(\.entry), isCut: isCut)
  }

  func add(_ key: ysl_value, _ value: ysl_value) -> Bool {
    do {
      let key = try machine.decode(key, cuttingTextsAt: textBytes).value
      let order = KeyOrder(key, sequence: sequence)
      if let last, !(order < last) { return true }
      let (value, isCut) = try machine.decode(value, cuttingTextsAt: textBytes)
      entries.append((order, LuaExcerpt.Entry(key: key, value: value, isCut: isCut)))
      // Now and then, so that it costs little for each entry and not much is kept.
      if entries.count >= 2 * most + 16 { keepFirst() }
      return true
    } catch {
      self.error = error
      return false
    }
  }

  private func keepFirst() {
    entries.sort { $0.order < $1.order }
    guard entries.count > most else { return }
    entries.removeSubrange(most...)
    isCut = true
    last = entries.last?.order ?? KeyOrder(.integer(1), sequence: 1)
  }
}
