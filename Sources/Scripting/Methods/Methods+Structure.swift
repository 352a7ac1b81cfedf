// Shares, ratios and shift-share in scripts.

import LuaRuntime
import Quantities
import Statistics

extension HostMethod {
  static let structure = [
    HostMethod("stats.share", "(part, whole)") { call in
      _ = try call.options(2)
      return .quantity(
        try Structure.share(
          of: call.quantity(0, "the part"), in: call.quantity(1, "the whole")))
    },
    HostMethod("stats.shares", "(list, { places = 1 })", options: ["places"]) { call in
      try call.library.list(
        Structure.shares(call.list(0), places: call.options(1).integer("places")))
    },
    HostMethod("stats.ratio", "(value, other)") { call in
      _ = try call.options(2)
      return .quantity(
        try Structure.ratio(
          of: call.quantity(0, "the first value"), to: call.quantity(1, "the second value")))
    },
    HostMethod("stats.achievement", "(value, target)") { call in
      _ = try call.options(2)
      return .quantity(
        try Structure.achievement(
          of: call.quantity(0, "the value"), target: call.quantity(1, "the target")))
    },
    HostMethod("stats.progress_ratio", "(base, value, target)") { call in
      _ = try call.options(3)
      return .quantity(
        try Structure.progress(
          from: call.quantity(0, "the base"), to: call.quantity(1, "the value"),
          target: call.quantity(2, "the target")))
    },
    HostMethod("stats.gap", "(value, reference)") { call in
      _ = try call.options(2)
      return .quantity(
        try Growth.points(
          from: call.quantity(1, "the reference"), to: call.quantity(0, "the value")))
    },
    HostMethod(
      "stats.location_quotient", "(part, whole, part_everywhere, whole_everywhere)"
    ) { call in
      _ = try call.options(4)
      return .quantity(
        try Structure.locationQuotient(
          part: call.quantity(0, "the part here"), whole: call.quantity(1, "the whole here"),
          partEverywhere: call.quantity(2, "the part everywhere"),
          wholeEverywhere: call.quantity(3, "the whole everywhere")))
    },
    HostMethod("stats.shift_share", "(before, now, everywhere_before, everywhere_now)") { call in
      _ = try call.options(4)
      let parts = try ShiftShare(
        before: call.list(0, "the list before"), now: call.list(1, "the list now"),
        everywhereBefore: call.list(2, "the list everywhere before"),
        everywhereNow: call.list(3, "the list everywhere now"))
      let sectors = try parts.sectors.map { try call.library.effects($0) }
      return try call.library.effects(parts.whole, sectors: call.library.list(sectors))
    },
  ]
}

extension MethodLibrary {
  fileprivate func effects(
    _ effects: ShiftShare.Effects, sectors: LuaValue? = nil
  ) throws -> LuaValue {
    try record([
      "national": .quantity(effects.national), "mix": .quantity(effects.mix),
      "regional": .quantity(effects.regional), "total": .quantity(effects.total),
      "sectors": sectors,
    ])
  }
}
