// An ordered list of entries that are also found by id.

public import Diagnostics

/// Something with an id that is declared in a file.
public protocol CatalogEntry: Sendable {
  /// The id that scripts and commands type.
  var id: String { get }

  /// Where it is declared.
  var span: SourceSpan { get }
}

/// Entries in the order of their file, found by id in constant time.
public struct Lookup<Entry: CatalogEntry>: RandomAccessCollection, Sendable {
  private let entries: [Entry]
  private let positions: [String: Int]

  /// Creates a lookup; of entries with one id the first is found.
  public init(_ entries: [Entry]) {
    self.entries = entries
    self.positions = Dictionary(
      entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entry with an id, if there is one.
  public subscript(id: String) -> Entry? { positions[id].map { entries[$0] } }

  /// The ids in the order of the file.
  public var ids: [String] { entries.map(\.id) }

  /// The position of the first entry.
  public var startIndex: Int { entries.startIndex }

  /// The position past the last entry.
  public var endIndex: Int { entries.endIndex }

  /// The entry at a position.
  public subscript(position: Int) -> Entry { entries[position] }
}
