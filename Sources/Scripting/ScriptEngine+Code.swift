// What the functions of definitions are made of, for whoever can run them without Lua.

package import LuaRuntime

/// The functions of an eligibility, as Lua compiles them.
package struct EligibilityCode: Sendable {
  /// Its conditions.
  package let conditions: [FunctionCode]

  /// What computes its amount, if anything does.
  package let amount: FunctionCode?
}

extension ScriptEngine {
  /// The functions of an eligibility; `nil` when one of them has no code to show.
  package func code(of definition: EligibilityDefinition) -> EligibilityCode? {
    // Whoever counts lines wants all of them to run.
    guard !countsLines else { return nil }
    var conditions: [FunctionCode] = []
    for condition in definition.conditions {
      guard let code = functions[condition.function].code else { return nil }
      conditions.append(code)
    }
    guard let amount = definition.amount else {
      return EligibilityCode(conditions: conditions, amount: nil)
    }
    guard let code = functions[amount].code else { return nil }
    return EligibilityCode(conditions: conditions, amount: code)
  }
}
