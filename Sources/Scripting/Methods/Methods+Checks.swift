// Checks of published figures and of codes in scripts.

import Catalog
import LuaRuntime
import Quantities
import Statistics

extension HostMethod {
  static let checks = [
    HostMethod("stats.check_sum", "(parts, whole, { places = 1 })", options: ["places"]) { call in
      try call.library.result(
        PrintedFigures.checkSum(
          call.list(0, "the list of parts"), whole: call.quantity(1, "the whole"),
          places: call.options(2).places("places")))
    },
    HostMethod("stats.check_part", "(part, whole, { places = 1 })", options: ["places"]) { call in
      try call.library.result(
        PrintedFigures.checkPart(
          call.quantity(0, "the part"), of: call.quantity(1, "the whole"),
          places: call.options(2).places("places")))
    },
    HostMethod(
      "stats.check_share", "(part, whole, share, { places = 1, share_places = 1 })",
      options: ["places", "share_places"]
    ) { call in
      let options = try call.options(3)
      return try call.library.result(
        PrintedFigures.checkShare(
          call.quantity(2, "the share"), of: call.quantity(0, "the part"),
          in: call.quantity(1, "the whole"), places: options.places("places"),
          placesOfShare: options.places("share_places")))
    },
    HostMethod("stats.credit_code", "(text)") { call in
      _ = try call.options(1)
      try call.charge(MethodCall.costOfSeries)
      let code = CreditCode(String(try call.text(0, "the code").prefix(100)))
      return try call.library.record([
        "valid": .boolean(code.status == .valid), "status": .string(code.status.rawValue),
        "problem": code.problem.map { .string($0) }, "expected": code.expected.map { .string($0) },
        "area": code.area.map { .string($0) },
        "organisation": code.organisation.map { .string($0) },
      ])
    },
    HostMethod("stats.area_code", "(text, { at = at })", options: ["at"]) { call in
      let text = try call.text(0, "the code")
      let date = try call.options(1)["at"].map { try call.date($0, "`at`") }
      let code: AreaCode
      do throws(StatisticsError) {
        code = try AreaCode(text)
      } catch {
        return try call.library.record([
          "valid": .boolean(false), "problem": .string(error.description),
        ])
      }
      return try call.library.area(code, on: date)
    },
  ]
}

extension MethodOptions {
  fileprivate func places(_ name: String) throws -> Int? {
    guard let places = try integer(name) else { return nil }
    guard (-12...12).contains(places) else {
      throw ScriptError(
        message: "`\(name)` is \(places)", word: name, suggestion: "give a number from -12 to 12")
    }
    return places
  }
}

extension MethodLibrary {
  fileprivate func result(_ check: PrintedFigures) throws -> LuaValue {
    try record([
      "holds": .boolean(check.holds), "difference": .quantity(check.difference),
      "tolerance": .quantity(check.tolerance),
    ])
  }

  /// What the form of a code tells, and what the catalogue knows of it.
  fileprivate func area(_ code: AreaCode, on date: CalendarDate?) throws -> LuaValue {
    let area = engine?.catalog.areas[code.code]
    var problem: String?
    if let date, let area {
      if let from = area.from, date < from {
        problem = "`\(code.code)` stands for its present borders from \(from) on"
      } else if let to = area.to, to < date {
        problem = "`\(code.code)` was in use until \(to)"
      }
    }
    return try record([
      "valid": .boolean(problem == nil), "problem": problem.map { .string($0) },
      "level": .string(code.level.rawValue), "province": .string(code.province),
      "prefecture": .string(code.prefecture), "known": .boolean(area != nil),
      "zh": area.map { .string($0.title.zh) }, "en": area.map { .string($0.title.en) },
      "from": area?.from.map { .string($0.description) },
      "to": area?.to.map { .string($0.description) },
    ])
  }
}
