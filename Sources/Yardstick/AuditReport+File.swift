// An audit of a policy text in a file.

public import Catalog
public import Diagnostics
public import Presentation

extension AuditReport {
  /// Audits the policy text in a file.
  ///
  /// - Throws: a `Failure` when the file cannot be read or the vintage is unknown.
  public init(
    document path: String, catalog: Catalog, vintage: String? = nil, language: Language
  ) throws(Failure) {
    let bytes = try InputFile.read(path, purpose: "a policy text")
    self.init(
      try PolicyAudit.run(path: path, bytes: bytes, catalog: catalog, vintage: vintage),
      language: language)
  }
}
