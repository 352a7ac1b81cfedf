// Averages, seasons, quantiles and correlation in scripts.

import LuaRuntime
import Quantities
import Statistics

extension HostMethod {
  static let series = [
    HostMethod("stats.moving_average", "(list, window, { centred = true })", options: ["centred"]) {
      call in
      let window = try call.integer(1, "the window")
      let isCentred = try call.options(2).flag("centred")
      let values = try call.list(0)
      return try call.library.list(
        isCentred
          ? MovingAverage.centred(values, window: window)
          : MovingAverage.trailing(values, window: window))
    },
    HostMethod("stats.seasonal_indices", "(list, per_year, { first = 2 })", options: ["first"]) {
      call in
      let perYear = try call.integer(1, "the number of seasons")
      return try call.library.list(
        SeasonalIndices.of(
          call.list(0), perYear: perYear, first: call.options(2).integer("first") ?? 1))
    },
    HostMethod("stats.quantile", "(list, share)") { call in
      _ = try call.options(2)
      return .quantity(
        try Quantiles.of(call.sortedList(0), at: call.quantity(1, "the share")))
    },
    HostMethod("stats.median", "(list)") { call in
      _ = try call.options(1)
      let half = try Quantity(value: ExactDecimal(coefficient: 5, exponent: -1), unit: .none)
      return .quantity(try Quantiles.of(call.sortedList(0), at: half))
    },
    HostMethod("stats.correlation", "(list, other)") { call in
      _ = try call.options(2)
      try call.charge(MethodCall.costOfSeries)
      return .quantity(
        try Correlation.coefficient(
          call.list(0, "the first list"), call.list(1, "the second list")))
    },
  ]
}

extension MethodCall {
  /// A list that is sorted, which takes some comparisons of every value.
  fileprivate func sortedList(_ position: Int) throws -> [Quantity] {
    let values = try list(position)
    try charge(values.count * 100)
    return values
  }
}
