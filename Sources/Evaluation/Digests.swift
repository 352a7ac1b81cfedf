// Which inputs a result was made from.

/// Digests of what produced a result: the same digests, definitions and date give the same bytes.
public struct Digests: Sendable, Hashable {
  /// SHA-256 of the catalogue's files, in hexadecimal.
  public let catalog: String

  /// SHA-256 of the plugins' files, in hexadecimal.
  public let scripts: String

  /// SHA-256 of the observations and, where there are any, the subjects, in hexadecimal.
  public let data: String

  /// Creates digests.
  public init(catalog: String, scripts: String, data: String) {
    self.catalog = catalog
    self.scripts = scripts
    self.data = data
  }
}
