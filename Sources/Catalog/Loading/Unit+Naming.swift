// Units as the loader compares and names them.

import Quantities

extension Quantities.Unit {
  /// The unit as messages name it.
  var named: String { symbol.isEmpty ? "plain numbers" : "`\(symbol)`" }

  /// Whether values in both units may stand beside each other.
  ///
  /// A plain number does not go with per cent although both are numbers: whoever writes 66.7 beside
  /// ratios means 66.7%.
  func goes(with other: Quantities.Unit) -> Bool {
    dimension == other.dimension && isPlain == other.isPlain
  }

  /// Whether a difference between two values in another unit can be given in this one.
  func measuresDifferences(of other: Quantities.Unit) -> Bool {
    goes(with: other) || (dimension == .points && other.dimension == .number)
  }
}
