// Running totals, indices and contributions in scripts.

import LuaRuntime
import Quantities
import Statistics

extension HostMethod {
  static let indices = [
    HostMethod("stats.cumulate", "(list, { per_year = 4 })", options: ["per_year"]) { call in
      try call.library.list(
        Accumulation.cumulate(call.list(0), perYear: call.options(1).integer("per_year")))
    },
    HostMethod("stats.increments", "(list)") { call in
      _ = try call.options(1)
      return try call.library.list(Accumulation.increments(call.list(0)))
    },
    HostMethod(
      "stats.from_year_to_date", "(list, { per_year = 4 })", options: ["per_year"]
    ) { call in
      try call.library.list(
        Accumulation.periods(
          ofYearToDate: call.list(0), perYear: call.options(1).integer("per_year")))
    },
    HostMethod("stats.rebase", "(list, position)") { call in
      _ = try call.options(2)
      return try call.library.list(
        IndexSeries.rebased(call.list(0), at: call.integer(1, "the position that becomes 100")))
    },
    HostMethod("stats.link", "(old, new, { keep = \"old\" })", options: ["keep"]) { call in
      let kept = try call.options(2).choice("keep", of: IndexSeries.Kept.self) ?? .new
      return try call.library.list(
        IndexSeries.linked(
          old: call.list(0, "the old series"), new: call.list(1, "the new series"), keeping: kept))
    },
    HostMethod("stats.deflate", "(values, index, { base = 100 })", options: ["base"]) { call in
      let base = try call.options(2).quantity("base") ?? Quantity(100)
      guard call.isList(0) else {
        let real = try IndexSeries.deflated(
          [call.quantity(0, "the value")], by: [call.quantity(1, "the index")], base: base)
        return .quantity(real[0])
      }
      return try call.library.list(
        IndexSeries.deflated(
          call.list(0, "the list of values"), by: call.list(1, "the index"), base: base))
    },
    HostMethod("stats.contribution", "(part_before, part_now, whole_before)") { call in
      _ = try call.options(3)
      return .quantity(
        try Contribution.points(
          partBefore: call.quantity(0, "the part before"),
          partNow: call.quantity(1, "the part now"),
          wholeBefore: call.quantity(2, "the whole before")))
    },
    HostMethod(
      "stats.contribution_rate", "(part_before, part_now, whole_before, whole_now)"
    ) { call in
      _ = try call.options(4)
      return .quantity(
        try Contribution.rate(
          partBefore: call.quantity(0, "the part before"),
          partNow: call.quantity(1, "the part now"),
          wholeBefore: call.quantity(2, "the whole before"),
          wholeNow: call.quantity(3, "the whole now")))
    },
  ]
}
