// Scaling and means in scripts.

import LuaRuntime
import Quantities
import Statistics

extension HostMethod {
  static let composites = [
    HostMethod("stats.min_max", "(list, { direction = \"down\" })", options: ["direction"]) {
      call in
      let direction = try call.options(1).choice("direction", of: Scaling.Direction.self) ?? .up
      return try call.library.list(Scaling.minMax(call.list(0), direction: direction))
    },
    HostMethod("stats.z_scores", "(list, { deviation = \"sample\" })", options: ["deviation"]) {
      call in
      let deviation =
        try call.options(1).choice("deviation", of: Scaling.Deviation.self) ?? .population
      return try call.library.list(Scaling.zScores(call.listForSeries(0), of: deviation))
    },
    HostMethod(
      "stats.standard_deviation", "(list, { deviation = \"sample\" })", options: ["deviation"]
    ) { call in
      let deviation =
        try call.options(1).choice("deviation", of: Scaling.Deviation.self) ?? .population
      try call.charge(MethodCall.costOfSeries)
      return .quantity(try Scaling.standardDeviation(call.list(0), of: deviation))
    },
    HostMethod("stats.goalposts", "(value, low, high, { limited = true })", options: ["limited"]) {
      call in
      .quantity(
        try Scaling.goalposts(
          call.quantity(0, "the value"), low: call.quantity(1, "the low goalpost"),
          high: call.quantity(2, "the high goalpost"), limited: call.options(3).flag("limited")))
    },
    HostMethod("stats.distance_to_target", "(value, target)") { call in
      _ = try call.options(2)
      return .quantity(
        try Scaling.distance(
          from: call.quantity(0, "the value"), to: call.quantity(1, "the target")))
    },
    mean("stats.mean", .arithmetic),
    mean("stats.geometric_mean", .geometric),
    mean("stats.harmonic_mean", .harmonic),
  ]

  private static func mean(_ label: StaticString, _ mean: Mean) -> HostMethod {
    HostMethod(
      label, "(list, { weights = …, availability = \"80%\" })",
      options: ["weights", "availability"]
    ) { call in
      let options = try call.options(1)
      let (values, gaps) =
        options["availability"] == nil
        ? (try call.list(0), []) : try call.listWithGaps(call.argument(0), "the list")
      if mean == .geometric { try call.charge(values.count * MethodCall.costOfSeries) }
      guard
        let result = try mean.of(
          values, weights: options.quantities("weights"),
          availability: options.quantity("availability"))
      else { throw call.missing(gaps, of: "the list") }
      return .quantity(result)
    }
  }
}
