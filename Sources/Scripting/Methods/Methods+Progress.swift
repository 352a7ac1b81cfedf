// Progress towards a target, or without one, in scripts.

package import Catalog
import Diagnostics
import LuaRuntime
package import Quantities
import Statistics

/// A named method of judging progress, as scripts name it.
private enum Judgement: String, CaseIterable {
  case cagrRatio = "cagr_ratio"
  case schedule
  case unsd
  case withoutTarget = "without_target"
}

extension HostMethod {
  static let progress =
    [
      judging("progress.cagr_ratio", .cagrRatio), judging("progress.schedule", .schedule),
      judging("progress.unsd", .unsd),
      judging("progress.without_target", .withoutTarget),
    ] + [
      HostMethod(
        "progress.status",
        "(method, { base = …, from = …, value = …, at = …, target = …, due = … })",
        options: parts(.cagrRatio) + ["direction"]
      ) { call in
        let name = try call.text(0, "the method")
        guard let method = Judgement(rawValue: name) else {
          throw ScriptError(
            message: "there is no method `\(name)` of judging progress", word: name,
            suggestion: NearestName.suggestion(
              for: name, among: Judgement.allCases.map(\.rawValue)))
        }
        let options = try call.options(1)
        return .string(try call.judge(by: method, options).status.rawValue)
      },
      HostMethod("progress.met", "(value, \">=\", target, tolerance)") { call in
        _ = try call.options(4)
        let value = try call.quantity(0, "the value")
        let sign = try call.text(1, "the comparator")
        guard let comparator = Comparator(rawValue: sign) else {
          throw call.refusal(
            "`\(sign)` is no comparator",
            suggestion: "known here: "
              + Comparator.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))
        }
        let target = try call.quantity(2, "the target")
        let tolerance = try call.isGiven(3) ? call.quantity(3, "the tolerance") : nil
        guard (comparator == .about) == (tolerance != nil) else {
          throw call.refusal(
            comparator == .about
              ? "`~` needs a tolerance" : "a tolerance goes with `~` only, not with `\(sign)`")
        }
        return .boolean(
          try comparator.holds(between: value, and: target, tolerance: tolerance))
      },
    ]

  private static func parts(_ method: Judgement) -> [String] {
    let ends = ["series", "base", "from", "value", "at"]
    return ends + (method == .withoutTarget ? ["direction"] : ["target", "due"])
  }

  private static func judging(_ label: StaticString, _ method: Judgement) -> HostMethod {
    let usage =
      method == .withoutTarget
      ? " { base = …, from = 2020, value = …, at = at, direction = \"up\" }"
      : " { base = …, from = 2020, value = …, at = at, target = …, due = 2027 }"
    return HostMethod(
      label, usage, options: parts(method) + ["mixed", "price"]
    ) { call in
      let (progress, status) = try call.judge(by: method, try call.options(0))
      return try call.library.record([
        "status": .string(status.rawValue), "ratio": .quantity(progress.ratio),
        "actual": .quantity(progress.actual), "required": progress.required.map { .quantity($0) },
        "remaining": progress.remaining.map { .quantity($0) },
      ])
    }
  }
}

extension MethodCall {
  fileprivate func judge(
    by method: Judgement, _ options: MethodOptions
  ) throws -> (progress: Progress, status: ProgressStatus) {
    try charge(4 * Self.costOfSeries)
    let from = try required(options, "from") { try year($0, "`from`") }
    let at = try required(options, "at") { try year($0, "`at`") }
    let (base, value) = try ends(options)
    guard method != .withoutTarget else {
      guard let direction = try options.choice("direction", of: Scaling.Direction.self) else {
        throw refusal("`direction` is not given: is more or less of it good?")
      }
      let progress = try Progress.withoutTarget(
        base: base, value: value, years: at - from, direction: direction)
      return (progress, ProgressThresholds.withoutTarget.status(of: progress.ratio.value))
    }
    guard let target = try options.quantity("target") else {
      throw refusal("`target` is not given")
    }
    let due = try required(options, "due") { try year($0, "`due`") }
    let years = try Progress.Years(from: from, at: at, due: due)
    switch method {
    case .cagrRatio:
      let progress = try Progress.cagrRatio(base: base, value: value, target: target, years: years)
      return (progress, ProgressThresholds.cagrRatio.status(of: progress.ratio.value))
    case .unsd:
      let progress = try Progress.unsd(base: base, value: value, target: target, years: years)
      return (progress, ProgressThresholds.unsd.status(of: progress.ratio.value))
    case .schedule, .withoutTarget:
      let progress = try Progress.schedule(base: base, value: value, target: target, years: years)
      return (progress, ProgressThresholds.schedule.status(of: progress.ratio.value))
    }
  }

  /// The base and the value, given themselves or read from a series.
  private func ends(_ options: MethodOptions) throws -> (Quantity, Quantity) {
    if let series = options["series"] {
      guard options["base"] == nil, options["value"] == nil else {
        throw refusal("a `series` has base and value already", suggestion: "give one or the other")
      }
      guard let ends = try ends(of: series, from: options["from"], to: options["at"], options)
      else { throw refusal("`series` is \(series.kindText), not a series") }
      return (ends.from, ends.to)
    }
    guard let base = try options.quantity("base") else { throw refusal("`base` is not given") }
    guard let value = try options.quantity("value") else { throw refusal("`value` is not given") }
    return (base, value)
  }

  private func required<Value>(
    _ options: MethodOptions, _ name: String, _ read: (LuaValue) throws -> Value
  ) throws -> Value {
    guard let value = options[name] else { throw refusal("`\(name)` is not given") }
    return try read(value)
  }
}

extension Comparator {
  /// Whether a value satisfies a target; `~` within a tolerance, of which none is as good as zero.
  ///
  /// Scripts and assessments ask the same.
  package func holds(
    between value: Quantity, and target: Quantity, tolerance: Quantity?
  ) throws(ArithmeticError) -> Bool {
    let order = try Quantity.compare(value, target)
    switch self {
    case .more: return order > 0
    case .atLeast: return order >= 0
    case .exactly: return order == 0
    case .atMost: return order <= 0
    case .less: return order < 0
    case .about:
      return try (value.value - target.value).magnitude <= tolerance?.value ?? .zero
    }
  }
}
