// Scales as JSON, in exports and reports.

import Catalog
import Quantities

extension Scale {
  /// The scale as JSON: what it goes by and its values, as decimals in base units.
  var json: JSONValue {
    switch self {
    case .grades(let tiers, let field):
      [
        "by": "grade", "field": .optional(field),
        "tiers": .array(
          tiers.map {
            ["grade": .string($0.grade), "value": .string($0.value.value.description)]
          }),
      ]
    case .brackets(let brackets):
      [
        "by": "amount", "unit": .optional(brackets.first?.from.unit.symbol),
        "brackets": .array(
          brackets.map {
            [
              "from": .string($0.from.value.description),
              "below": .optional($0.below?.value.description),
              "value": .string($0.value.value.description),
            ]
          }),
      ]
    }
  }
}
