// What a part of a result is, or is expected to be.

public import Quantities

/// What a part of a result is, or is expected to be.
public enum PartValue: Sendable, Hashable {
  /// There is none.
  case none
  case boolean(Bool)
  case text(String)
  case quantity(Quantity)
  /// Expected only: a quantity that the result must be when it is rounded half up to so many decimal
  /// places of the quantity's unit.
  case about(Quantity, places: Int)
  /// Names or labels, whose order does not matter.
  case names([String])
  /// Quantities by name.
  case shares([String: Quantity])

  /// Whether a result is what is expected.
  func isMet(by actual: PartValue) -> Bool {
    switch (self, actual) {
    case (.quantity(let wanted), .quantity(let found)):
      (try? Quantity.isEqual(wanted, found)) ?? false
    case (.about(let wanted, let places), .quantity(let found)):
      (try? found.rounded(toPlaces: places, in: wanted.unit)).map { rounded in
        (try? Quantity.isEqual(wanted, rounded)) ?? false
      } ?? false
    case (.names(let wanted), .names(let found)): Set(wanted) == Set(found)
    case (.names(let wanted), .none): wanted.isEmpty
    case (.shares(let wanted), .shares(let found)):
      wanted.count == found.count
        && wanted.allSatisfy { name, share in
          found[name].map { PartValue.quantity(share).isMet(by: .quantity($0)) } ?? false
        }
    default: self == actual
    }
  }
}

extension PartValue {
  /// A result in the unit in which something else was expected, so that both can be read together.
  func shown(like expected: PartValue) -> PartValue {
    switch (self, expected) {
    case (.quantity(let found), .quantity(let wanted)),
      (.quantity(let found), .about(let wanted, _)):
      (try? found.converted(to: wanted.unit)).map(PartValue.quantity) ?? self
    default: self
    }
  }
}

extension PartValue: CustomStringConvertible {
  /// The value on one line.
  public var description: String {
    switch self {
    case .none: "none"
    case .boolean(let value): "\(value)"
    case .text(let text): text
    case .quantity(let quantity): "\(quantity)"
    case .about(let quantity, let places):
      places > 0
        ? "\(quantity), rounded to \(places) place\(places == 1 ? "" : "s")"
        : "\(quantity), rounded to the whole"
    case .names(let names): names.isEmpty ? "none" : names.joined(separator: "; ")
    case .shares(let shares):
      shares.isEmpty
        ? "none"
        : shares.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
          .joined(separator: "; ")
    }
  }
}
