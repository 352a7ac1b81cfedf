// Reading groups of instruments that limit each other.

import Diagnostics
import Quantities

extension CatalogLoader {
  /// Reads `groups.yaml`, which a catalogue may do without.
  func readGroups() -> [StackingGroup] {
    root(of: .groups) == nil ? [] : entries(of: .groups, readGroup)
  }

  private enum RuleName: String, CaseIterable {
    case highestOnly = "highest_only"
    case cap
  }

  func readGroup(_ value: YAMLValue) -> StackingGroup? {
    let keys = ["id", "title", "clause", "rule", "cap", "members"]
    guard let fields = value.mapping("a group", keys: keys) else { return nil }
    let idValue = fields.required("id")
    let id = declaredID(idValue, as: .group)
    let title = fields.required("title")?.title()
    let clause = fields.required("clause")?.text()
    let rule = readRule(of: fields)
    let members = readMembers(fields.required("members"))
    guard let idValue, let id, let title, let clause, let rule, let members else { return nil }
    return StackingGroup(
      id: id, title: title, clause: clause, rule: rule, members: members, plugin: plugin,
      span: idValue.span)
  }

  private func readRule(of fields: YAMLMapping) -> StackingGroup.Rule? {
    switch fields.required("rule")?.choice(RuleName.self) {
    case .highestOnly?:
      fields.forbid("cap", "catalog.group-cap", because: "its rule is `highest_only`, not `cap`")
      return .highestOnly
    case .cap?:
      guard let value = fields.required("cap"), let cap = value.quantity(units) else { return nil }
      if cap.isNegative || cap.isZero {
        value.report("catalog.group-cap", "the cap of a group must be more than zero")
      }
      return .cap(cap)
    case nil: return nil
    }
  }

  private func readMembers(_ value: YAMLValue?) -> [String]? {
    guard let value, let list = value.list(of: "instruments") else { return nil }
    let names = NameList(noun: "member")
    let members = list.compactMap { entry -> String? in
      let member = reference(entry, to: .instrument)
      if let member { names.add(member, at: entry) }
      return member
    }
    if list.count < 2 {
      value.report("catalog.group-members", "a group needs at least two instruments")
    }
    return members
  }
}
