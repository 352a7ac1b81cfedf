// Definitions that lines of a prompt make, in the place of others of the same id.

import Catalog
import Diagnostics

extension ScriptEngine {
  /// Checks what a line has defined, and takes what is right.
  func takeDefinitions(of file: SourceFile, _ run: inout PromptRun, _ session: PromptMemory) {
    var problems = FindingList()
    for (kind, id) in announced { problems.add(.forgottenTable(kind, id, in: file)) }
    announced = []
    let made = pending
    pending = []
    guard !made.isEmpty || problems.hasErrors else { return }
    var eligibilities = eligibilities.all
    var indicators = indicators.all
    for definition in made {
      var reader = DefinitionReader(definition, engine: self)
      switch definition.kind {
      case .eligibility:
        if let read = reader.eligibility() { eligibilities = replacing(read, in: eligibilities) }
      case .indicator:
        if let read = reader.indicator() {
          indicators = replacing(read, in: indicators) { rival(of: read, $0, &run) }
        }
      }
      functions += reader.functions
      problems.add(reader.problems.findings)
      if !reader.problems.hasErrors {
        run.defined.append(
          PromptDefinition(
            definition.kind == .eligibility ? .eligibility : .indicator, definition.id))
      }
    }
    let circles = DecisionCircles(eligibilities, in: sources).findings
    if circles.isEmpty {
      self.eligibilities = DefinitionList(eligibilities)
    } else {
      run.defined.removeAll { $0.kind == .eligibility }
      problems.add(circles)
    }
    self.indicators = DefinitionList(indicators)
    if !run.defined.isEmpty { session.revision += 1 }
    releaseFunctions(session)
    // What went wrong on the way comes first.
    if problems.hasErrors {
      if case .failed = run.result { return }
      run.result = .failed(Failure(problems.findings))
    }
  }

  /// A definition in a list, where it takes the place of others of its id on its days.
  ///
  /// - Parameter comesBefore: Whether it must come before another definition to be found first.
  private func replacing<Element: Definition>(
    _ definition: Element, in list: [Element], comesBefore: (Element) -> Bool = { _ in false }
  ) -> [Element] {
    func isReplaced(_ other: Element) -> Bool {
      other.id == definition.id && other.validity.overlaps(definition.validity)
    }
    let replaced = list.first(where: isReplaced)
    let origin = replaced.flatMap { other in
      other.plugin == Self.promptPlugin
        ? other.replaced : ReplacedDefinition(plugin: other.plugin, span: other.span)
    }
    let taken = definition.with(validity: definition.validity, replaced: origin)
    var result: [Element] = []
    var isPlaced = false
    for other in list {
      let givesWay = isReplaced(other)
      if !isPlaced, givesWay || comesBefore(other) {
        result.append(taken)
        isPlaced = true
      }
      result +=
        givesWay
        ? other.validity.subtracting(definition.validity).map {
          other.with(validity: $0, replaced: other.replaced)
        } : [other]
    }
    return isPlaced ? result : result + [taken]
  }

  /// Whether another indicator stands for the same target, which the newer one does from now on.
  private func rival(
    of indicator: IndicatorDefinition, _ other: IndicatorDefinition, _ run: inout PromptRun
  ) -> Bool {
    guard let target = indicator.target, other.target == target,
      other.validity.overlaps(indicator.validity)
    else { return false }
    if other.id != indicator.id {
      run.hints.append(
        "the target `\(target)` goes by `\(indicator.id)` in this session, and no longer by"
          + " `\(other.id)`")
    }
    return true
  }

  /// Lets go of functions of definitions that have been replaced.
  private func releaseFunctions(_ session: PromptMemory) {
    guard let placeholder = session.runner else { return }
    var used = Set(indicators.all.map(\.function))
    for eligibility in eligibilities.all {
      used.formUnion(eligibility.conditions.map(\.function))
      if let amount = eligibility.amount { used.insert(amount) }
    }
    for position in functions.indices where !used.contains(position) {
      functions[position] = placeholder
    }
  }
}
