// What a new plugin changes in the catalogue and adds to it.

import Catalog
import Scripting

extension PluginTemplate {
  /// `catalog/changes.yaml`; `nil` when nothing may be changed.
  var changesText: String? {
    let settings = [choices.filled, choices.raised].compactMap(\.self)
    guard !settings.isEmpty else { return nil }
    var instruments: [String] = []
    for setting in settings where !instruments.contains(setting.instrument.id) {
      instruments.append(setting.instrument.id)
    }
    let blocks = instruments.map { id in
      "  \(id):\n"
        + settings.filter { $0.instrument.id == id }.map(changeBlock).joined(separator: "\n")
    }
    return """
      # What this plugin changes in the catalogue: the instrument, the parameter, the new value, and the local
      # document and clause that it rests on. How far a change may go, `local` says in the catalogue:
      # `yardstick catalog show \(instruments[0])` shows it, and a change that goes further is refused.
      # To set a value on some days only, write `versions` in place of `value`:
      #   versions: [{ value: …, from: \(choices.moment.year + 1)-01-01 }]
      parameters:
      \(blocks.joined(separator: "\n"))

      """
  }

  private func changeBlock(_ setting: ExampleChoices.Setting) -> String {
    let parameter = setting.parameter
    let was =
      parameter.isOpen
      ? "the catalogue leaves it open, and until it is filled in nothing can be paid"
      : "was \(parameter.versions.map { "\($0.value)" }.joined(separator: ", then ")); the catalogue"
        + " says `\(parameter.local)`"
    return """
          # \(parameter.title.zh.onOneLine), \(parameter.title.en.onOneLine)
          # \(was.onOneLine)
          \(parameter.name):
            value: \(YAMLText.scalar("\(setting.value)"))
            clause: \(YAMLText.quoted(Self.placeholder))
      """
  }

  /// `catalog/additions.yaml`; `nil` when the catalogue has nothing that an instrument needs.
  var additionsText: String? {
    guard let own = choices.own else { return nil }
    return """
      # What this plugin adds to the catalogue: written like the catalogue itself, with a `clause`. Figures are
      # examples: replace them with your own, or remove what you do not need together with its script and suite.

      # Fields that only the register of this area has. Left empty, a field is not known: neither zero nor “no”.
      subjects:
        \(own.kind.id):
          - { name: \(names.rent), title: { zh: 年实付租金（示例）, en: rent paid in the year (example) }, type: quantity, unit: 元 }

      # `kind` is award, subsidy, voucher, relief or access; `frequency` is once, yearly or unstated. `local` says
      # what plugins of narrower areas may do with a parameter: fixed, may_raise, may_lower, within or open.
      instruments:
      \(matchInstrument(own))  - id: \(names.rent)
          title: { zh: 租金补贴（示例）, en: Rent subsidy (example) }
          measure: \(own.measure)
          subject: \(own.kind.id)
          kind: subsidy
          frequency: yearly
          clause: \(YAMLText.quoted(Self.placeholder))
          parameters:
            rate: { title: { zh: 补贴比例, en: share of the rent }, value: 30%, figure: 30%, local: fixed }
            # The host limits what the script computes by `cap`.
            cap: { title: { zh: 最高补贴额, en: highest subsidy }, value: \(money(100_000)), figure: \(money(100_000)), local: fixed }

      """
  }

  private func matchInstrument(_ own: ExampleChoices.Own) -> String {
    guard let matched else { return "" }
    return """
        - id: \(names.match)
          title: { zh: 配套支持（示例）, en: Match (example) }
          measure: \(matched.definition.instrument.measure)
          subject: \(own.kind.id)
          kind: award
          frequency: \(matched.definition.instrument.frequency.rawValue)
          clause: \(YAMLText.quoted(Self.placeholder))
          parameters:
            rate: { title: { zh: 配套比例, en: share of what is matched }, value: 20%, figure: 20%, local: fixed }

      """
  }
}
