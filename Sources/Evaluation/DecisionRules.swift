// From facts to a decision: three-valued conditions, rounding to the fen, the cap.

package import Catalog
package import Diagnostics
import Quantities
package import Scripting

/// The rules that turn what a script found out into a decision.
package enum DecisionRules {
  /// The name of the parameter that limits an amount.
  static let cap = "cap"

  /// The status that outcomes stand for.
  ///
  /// Any condition unmet: ineligible. Else any unknown: undetermined. Else eligible.
  static func status(of outcomes: some Sequence<Outcome>) -> Decision.Status {
    var isUnknown = false
    for outcome in outcomes {
      switch outcome {
      case .unmet: return .ineligible
      case .unknown: isUnknown = true
      case .met: break
      }
    }
    return isUnknown ? .undetermined : .eligible
  }

  /// Decides on a subject from the facts of an eligibility.
  ///
  /// An amount is never paid without its cap: where the cap is left to local rules, it is not payable.
  ///
  /// - Throws: a ``Failure`` when the amount is negative or not of the kind that the cap is, or the cap
  ///   has no value on the day.
  package static func decide(
    _ definition: EligibilityDefinition,
    from facts: EligibilityFacts,
    subject: String,
    at moment: Moment,
    catalog: Catalog
  ) throws(Failure) -> Decision {
    let instrument = definition.instrument
    var status = status(of: facts.conditions.map(\.outcome))
    let gaps = facts.conditions.flatMap(\.trace.gaps) + (facts.amountTrace?.gaps ?? [])
    let missing = unique(gaps.compactMap(missingName))
    if status == .eligible, !missing.isEmpty { status = .undetermined }

    let parameters = instrument.parameters.map { parameter in
      ParameterInForce(
        parameter: parameter,
        version: parameter.version(on: moment.date))
    }
    var open = unique(gaps.compactMap(openName))
    var payment: Payment?
    if status == .eligible, let computed = facts.computed {
      let limit = parameters.first { $0.parameter.name == cap }
      if let limit, limit.parameter.isOpen(on: moment.date) {
        open.append(cap)
      } else if let limit, limit.version == nil {
        throw Failure(.parameterNotInForce(limit.parameter, instrument, moment.date))
      } else {
        payment = try Payment(computed, cap: limit?.version?.value.quantity, in: definition)
      }
    }
    let clause =
      instrument.addition?.clause ?? catalog.measure(instrument.measure)?.clause ?? ""
    return Decision(
      eligibility: definition.id, instrument: instrument, clause: clause, subject: subject,
      moment: moment, status: status, conditions: facts.conditions,
      computed: payment == nil ? nil : facts.computed, amount: payment?.amount,
      payable: payment?.amount,
      cappedBy: payment?.isCapped == true ? cap : nil, isRounded: payment?.isRounded ?? false,
      missing: missing, open: open, parameters: parameters, amountTrace: facts.amountTrace)
  }

  private static func missingName(_ gap: Gap) -> String? {
    switch gap {
    case .field(let name): name
    case .observation(let series, let area, let period): "\(series)[\(period)] of \(area)"
    case .boundOnly(let series, let area, let period): "\(series)[\(period)] of \(area)"
    case .decision(let id): id
    case .openParameter: nil
    }
  }

  private static func openName(_ gap: Gap) -> String? {
    if case .openParameter(let name) = gap { name } else { nil }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// An amount rounded half up to the fen, then held against the cap.
private struct Payment {
  let amount: Quantity
  let isRounded: Bool
  let isCapped: Bool

  init(_ computed: Quantity, cap: Quantity?, in definition: EligibilityDefinition) throws(Failure) {
    do {
      let rounded = try computed.roundedToFen()
      guard !rounded.value.isNegative else {
        throw Failure(.negativeAmount(computed, definition))
      }
      isRounded = rounded.value != computed.value
      if let cap, try Quantity.compare(rounded, cap) > 0 {
        amount = cap
        isCapped = true
      } else {
        amount = rounded
        isCapped = false
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(
        Finding("script.amount", "the amount of `\(definition.id)`: \(error)", at: definition.span))
    }
  }
}

extension Quantity {
  /// The quantity rounded half up to two places of its base unit when it is money, else unchanged.
  func roundedToFen() throws(ArithmeticError) -> Quantity {
    guard unit.dimension == .named("money") else { return self }
    return Quantity(value: try value.rounded(toPlaces: 2, .halfUp), unit: unit)
  }
}

extension Finding {
  fileprivate static func negativeAmount(
    _ amount: Quantity, _ definition: EligibilityDefinition
  ) -> Finding {
    Finding(
      "script.negative-amount", "the amount of `\(definition.id)` is \(amount)",
      at: definition.span, notes: ["an instrument pays or relieves; it never charges"],
      suggestion: "add a condition that excludes subjects for which the amount is below zero")
  }
}
