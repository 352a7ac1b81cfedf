// Growth in scripts: once, per year, and where it leads.

import DataSources
import LuaRuntime
import Quantities
import Statistics

extension HostMethod {
  static let growth = [
    HostMethod(
      "stats.growth", "(from, to) or stats.growth(series, from, at, { price = …, mixed = true })",
      options: ["price", "mixed"]
    ) { call in
      if let ends = try call.ends(from: 1, to: 2, options: 3) {
        return .quantity(try Growth.rate(from: ends.from, to: ends.to))
      }
      _ = try call.options(2)
      return .quantity(
        try Growth.rate(from: call.quantity(0, "the base"), to: call.quantity(1, "the value")))
    },
    HostMethod(
      "stats.yoy", "(series, at, { price = …, mixed = true }) or stats.yoy(list, { per_year = 4 })",
      options: ["price", "mixed", "per_year"]
    ) { call in
      if let ends = try call.endsOfYear(at: 1, options: 2) {
        return .quantity(try Growth.rate(from: ends.from, to: ends.to))
      }
      let options = try call.options(1)
      let values = try call.list(0)
      let step = try options.integer("per_year") ?? 1
      guard step >= 1, step < values.count else {
        throw call.refusal(
          "a list of \(values.count) values has none a year after another",
          suggestion: "give more values, or a smaller `per_year`")
      }
      var result: [Quantity] = []
      for (base, value) in zip(values, values.dropFirst(step)) {
        result.append(try Growth.rate(from: base, to: value))
      }
      return try call.library.list(result)
    },
    HostMethod(
      "stats.points_change",
      "(from, to) or stats.points_change(series, from, at, { mixed = true })",
      options: ["mixed"]
    ) { call in
      if let ends = try call.ends(from: 1, to: 2, options: 3) {
        return .quantity(try Growth.points(from: ends.from, to: ends.to))
      }
      _ = try call.options(2)
      return .quantity(
        try Growth.points(
          from: call.quantity(0, "the first value"), to: call.quantity(1, "the second value")))
    },
    HostMethod(
      "stats.cagr",
      "(from, to, years) or stats.cagr(series, from, at, { price = …, mixed = true })",
      options: ["price", "mixed"]
    ) { call in
      if let ends = try call.ends(from: 1, to: 2, options: 3) {
        return .quantity(try call.annualRate(from: ends.from, to: ends.to, years: ends.years(call)))
      }
      _ = try call.options(3)
      return .quantity(
        try call.annualRate(
          from: call.quantity(0, "the base"), to: call.quantity(1, "the value"),
          years: call.integer(2, "the number of years")))
    },
    HostMethod("stats.required_rate", "(value, target, years)") { call in
      _ = try call.options(3)
      return .quantity(
        try call.annualRate(
          from: call.quantity(0, "the value"), to: call.quantity(1, "the target"),
          years: call.integer(2, "the number of years")))
    },
    HostMethod(
      "stats.projection",
      "(value, rate, years) or stats.projection(series, from, at, year, { mixed = true })",
      options: ["price", "mixed"]
    ) { call in
      if let ends = try call.ends(from: 1, to: 2, options: 4) {
        let ahead = try call.year(3, "the year to project to") - ends.later.period.year
        let years = try ends.years(call)
        try call.charge(years * MethodCall.costOfSeries)
        return .quantity(
          try Growth.projection(from: ends.from, to: ends.to, years: years, ahead: ahead))
      }
      _ = try call.options(3)
      try call.charge(MethodCall.costOfSeries)
      return .quantity(
        try Growth.projection(
          of: call.quantity(0, "the value"), at: call.quantity(1, "the rate"),
          years: call.integer(2, "the number of years")))
    },
  ]
}

extension MethodCall {
  /// Growth per year, paid for by the degree of the root.
  func annualRate(
    from base: Quantity, to value: Quantity, years: Int
  ) throws -> Quantity {
    try charge(Self.costOfSeries + min(max(years, 0), 100) * 200)
    return try Growth.annualRate(from: base, to: value, years: years)
  }
}
