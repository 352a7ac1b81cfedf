// A subject that is given by hand instead of read from a register.

public import Catalog

extension Subject {
  /// Creates a subject of a kind; its key is empty when the field that identifies it is missing.
  ///
  /// - Parameter values: The values in the order of the kind's fields.
  public init(given values: [FieldValue], of kind: SubjectKind) {
    var key = ""
    if let position = kind.position(of: kind.key), case .text(let text) = values[position] {
      key = text
    }
    self.init(kind: kind.id, key: key, values: values)
  }
}
