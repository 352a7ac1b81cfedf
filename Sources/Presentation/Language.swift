// The two languages that labels are shown in.

/// A language for labels; Chinese is the catalogue's language of record.
public enum Language: String, CaseIterable, Sendable {
  case en
  case zh

  /// The one of two texts that is in this language.
  public func text(en: String, zh: String) -> String {
    switch self {
    case .en: en
    case .zh: zh
    }
  }
}
