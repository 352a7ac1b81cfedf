// The encodings in which registers are written.

/// An encoding of text.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case gb18030

  /// The name as people write it, which is also what iconv calls it.
  package var name: String { rawValue.uppercased() }
}
