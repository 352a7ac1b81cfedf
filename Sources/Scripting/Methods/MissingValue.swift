// What stands for a missing observation in a list, so that a method can count it.

import Catalog
import DataSources
import LuaRuntime
import Quantities

extension ScriptEngine {
  /// What stands for an observation that is not there: series, area and period, so that the gap can
  /// still be told when a method needs the value.
  func missingObservation(_ series: HostObject, _ period: Period) -> HostObject {
    HostObject(
      type: types.missing, a: series.a, b: series.b << Self.periodBits | MomentCode.encode(period))
  }

  /// The bits of a period in the second half of a handle.
  private static let periodBits: UInt64 = 51

  /// Whether a handle stands for a missing value, of a series or as a suite writes it.
  func isMissing(_ object: HostObject) -> Bool {
    object.type == types.missing
      || (object.type == types.suiteWord && object.a == SuiteWord.missing)
  }

  /// Notes what a handle stands for as missing.
  func noteGap(_ object: HostObject) {
    guard object.type == types.missing else { return }
    let (series, area) = place(
      of: HostObject(type: types.series, a: object.a, b: object.b >> Self.periodBits))
    guard let period = MomentCode.decode(object.b & (1 << Self.periodBits - 1)) else { return }
    let found = observations.preferred(series: series.id, area: area, period: period)
    context?.note(
      found == nil
        ? Gap.observation(series: series.id, area: area, period: period)
        : Gap.boundOnly(series: series.id, area: area, period: period))
  }

  /// The type of these handles: whatever is done with one makes the result missing.
  var missingType: HostObjectType {
    HostObjectType(
      name: "missing",
      index: { [unowned self] object, _ in throw missingError([.object(object)]) },
      arithmetic: { [unowned self] _, left, right in throw missingError([left, right]) },
      compare: { [unowned self] _, left, right in throw missingError([left, right]) },
      describe: { _ in "missing" })
  }

  private func missingError(_ values: [LuaValue]) -> LuaError {
    for case .object(let object) in values { noteGap(object) }
    return LuaError(.missing, "a value of a series is missing")
  }
}
