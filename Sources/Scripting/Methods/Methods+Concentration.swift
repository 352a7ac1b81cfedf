// Concentration and inequality in scripts.

import LuaRuntime
import Quantities
import Statistics

extension HostMethod {
  static let concentration = [
    HostMethod(
      "stats.hhi", "(list, { normalised = true, whole = … })", options: ["normalised", "whole"]
    ) { call in
      let options = try call.options(1)
      guard try options.flag("normalised") else {
        return .quantity(
          try Concentration.herfindahl(call.list(0), of: options.quantity("whole")))
      }
      guard options["whole"] == nil else {
        throw call.refusal(
          "`normalised` needs all values, and `whole` says that some are left out",
          suggestion: "give one of the two")
      }
      return .quantity(try Concentration.normalisedHerfindahl(call.list(0)))
    },
    HostMethod("stats.equivalent_number", "(list, { whole = … })", options: ["whole"]) { call in
      .quantity(
        try Concentration.equivalentNumber(call.list(0), of: call.options(1).quantity("whole")))
    },
    HostMethod("stats.entropy", "(list, { normalised = true })", options: ["normalised"]) { call in
      .quantity(
        try Concentration.entropy(
          call.listForSeries(0), normalised: call.options(1).flag("normalised")))
    },
    HostMethod(
      "stats.gini", "(list, { weights = …, normalised = true })",
      options: ["normalised", "weights"]
    ) { call in
      let options = try call.options(1)
      let isNormalised = try options.flag("normalised")
      guard let weights = try options.quantities("weights") else {
        return .quantity(try Gini.coefficient(call.list(0), normalised: isNormalised))
      }
      guard !isNormalised else {
        throw call.refusal(
          "`normalised` goes by the number of values, which weights leave open",
          suggestion: "give one of the two")
      }
      return .quantity(try Gini.coefficient(call.list(0), weights: weights))
    },
    HostMethod("stats.theil_t", "(list)") { call in
      _ = try call.options(1)
      return .quantity(try Theil.t(call.listForSeries(0)))
    },
    HostMethod("stats.theil_l", "(list)") { call in
      _ = try call.options(1)
      return .quantity(try Theil.l(call.listForSeries(0)))
    },
  ]
}

extension MethodCall {
  /// A list of which every value takes a logarithm.
  func listForSeries(_ position: Int) throws -> [Quantity] {
    let values = try list(position)
    try charge(values.count * Self.costOfSeries)
    return values
  }
}
