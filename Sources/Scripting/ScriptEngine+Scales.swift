// Scales as scripts see them: `p.reward:of(e.grade)` and `p.rate:marginal(e.spend)`.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities

extension ScriptEngine {
  /// The handle for a parameter that is a scale: its place in the catalogue.
  func scaleHandle(_ position: Int, of instrument: Instrument) -> HostObject {
    HostObject(
      type: types.scale, a: UInt32(clamping: position),
      b: UInt64(clamping: instrumentPositions[instrument.id] ?? 0))
  }

  func scaleType() throws(LuaError) -> HostObjectType {
    let methods = [
      "of": try scaleMethod("of") { scale, argument throws in
        switch argument {
        case .string(let grade): return scale.value(ofGrade: grade)
        case .quantity(let amount, _): return try scale.value(ofAmount: amount)
        default: throw ScaleMismatch()
        }
      },
      "marginal": try scaleMethod("marginal") { scale, argument throws in
        guard case .quantity(let amount, _) = argument else { throw ScaleMismatch() }
        return try scale.marginal(amount)
      },
    ]
    return HostObjectType(
      name: "scale",
      index: { _, key in
        guard case .string(let name) = key, let method = methods[name] else {
          throw ScriptError.noMember(key, of: "a scale", known: methods.keys.sorted())
        }
        return .function(method)
      },
      arithmetic: { [unowned self] _, left, right in throw notOneValue(left, right) },
      compare: { [unowned self] _, left, right in throw notOneValue(left, right) },
      describe: { [unowned self] in parameter($0).map { "scale `p.\($0.name)`" } ?? "scale" })
  }

  /// An argument of a kind that no scale goes by.
  private struct ScaleMismatch: Error {}

  /// A method of scales, whose answer is noted as a reading of its own.
  private func scaleMethod(
    _ name: String, _ answer: @escaping (Scale, LuaValue) throws -> Quantity?
  ) throws(LuaError) -> LuaFunction {
    try state.function(name) { [unowned self] call in
      guard case .object(let object) = try call.argument(0), object.type == types.scale,
        let parameter = parameter(object)
      else {
        throw ScriptError(
          message: "`\(name)` is a method of a scale", word: name,
          suggestion: "write `p.reward:\(name)(…)` with a colon")
      }
      guard let context, let scale = parameter.version(on: context.moment.date)?.value.scale else {
        throw ScriptError(
          message: "`p.\(parameter.name)` can only be asked inside a condition or an amount",
          word: name)
      }
      let argument = try call.argument(1)
      let value: Quantity?
      do {
        value = try answer(scale, argument)
      } catch is ScaleMismatch {
        throw mismatch(name, argument, scale, parameter)
      } catch let error as ArithmeticError {
        throw ScriptError(message: "`p.\(parameter.name):\(name)`: \(error.message)", word: name)
      }
      guard let value else { throw mismatch(name, argument, scale, parameter) }
      let reading = Reading(
        source: .scale(call: "\(name)(\(argument.asArgument))"), name: parameter.name,
        value: .quantity(value))
      return .quantity(value, origin: context.note(reading))
    }
  }

  private func parameter(_ object: HostObject) -> Parameter? {
    let instrument = catalog.instruments[Int(clamping: object.b)]
    let position = Int(object.a)
    return instrument.parameters.indices.contains(position) ? instrument.parameters[position] : nil
  }

  // MARK: Errors

  private func mismatch(
    _ method: String, _ argument: LuaValue, _ scale: Scale, _ parameter: Parameter
  ) -> ScriptError {
    let name = "`p.\(parameter.name)`"
    switch (scale, argument) {
    case (.grades, _) where method == "marginal":
      return ScriptError(
        message: "\(name) goes by grade, and `marginal` needs brackets of amounts", word: method,
        suggestion: "write `p.\(parameter.name):of(…)` with the grade")
    case (.grades(let tiers, _), .string(let grade)):
      return ScriptError(
        message: "\(name) has no tier for `\(grade)`", word: parameter.name,
        notes: ["it is declared at \(parameter.span.place)"],
        suggestion: NearestName.suggestion(for: grade, among: tiers.map(\.grade)))
    case (.brackets, .quantity(let amount, _)):
      return ScriptError(
        message: "\(amount) lies in no bracket of \(name)", word: parameter.name,
        notes: ["it is declared at \(parameter.span.place)", "its brackets are \(scale)"],
        suggestion: "add a condition that excludes such amounts")
    case (.grades, _):
      return ScriptError(
        message: "\(name) goes by grade, and \(argument.kindText) is none", word: method,
        suggestion: "write `p.\(parameter.name):\(method)(…)` with a text or a field of the subject"
      )
    case (.brackets, _):
      return ScriptError(
        message: "\(name) goes by amount, and \(argument.kindText) is none", word: method,
        suggestion: "write `p.\(parameter.name):\(method)(…)` with a quantity")
    }
  }

  /// A scale that is used as if it were one value.
  private func notOneValue(_ left: LuaValue, _ right: LuaValue) -> ScriptError {
    for case .object(let object) in [left, right] where object.type == types.scale {
      guard let parameter = parameter(object) else { continue }
      let name = parameter.name
      return ScriptError(
        message: "`p.\(name)` is a scale, not one value", word: name,
        notes: ["it is declared at \(parameter.span.place)"],
        suggestion: "ask it for a value, as in `p.\(name):of(…)` or `p.\(name):marginal(…)`")
    }
    return ScriptError(message: "a scale is not one value")
  }
}

extension LuaValue {
  /// The value as a script would write it between parentheses.
  fileprivate var asArgument: String {
    switch self {
    case .string(let text): "\"\(text.prefix(60))\""
    default: kindText
    }
  }
}
