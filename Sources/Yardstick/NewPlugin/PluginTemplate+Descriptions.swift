// What a new plugin says about itself, to the host and to people.

import Catalog
import Scripting

extension PluginTemplate {
  /// `plugin.yaml`.
  var manifestText: String {
    let fields = choices.own.map { [$0.place, names.rent].compactMap(\.self) } ?? []
    let series = choices.observed.map { [$0.series.id] } ?? []
    let extends = manifest.extends?.id ?? ""
    let requires = manifest.requires.map {
      "\(YAMLText.scalar($0.plugin.id)): \(YAMLText.quoted($0.versions.id))"
    }
    return """
      # Who this plugin is, and what it builds on. Raise `version` whenever rules change.
      id: \(YAMLText.scalar(manifest.id))
      title: { zh: \(YAMLText.quoted(manifest.title.zh)), en: \(YAMLText.quoted(manifest.title.en)) }
      version: \(manifest.version)
      area: \(YAMLText.quoted(manifest.area))
      extends: \(YAMLText.scalar(extends))
      requires:
        catalog: \(YAMLText.quoted(NewPlugin.range(from: catalogVersion)))
        plugins: { \(requires.joined(separator: ", ")) }
      # What the scripts read themselves, for those who look after the data.
      reads:
        series: [\(series.joined(separator: ", "))]
        fields: [\(fields.joined(separator: ", "))]

      """
  }

  /// `README.md`: what to do next, by commands that are run in the workspace's folder.
  var readmeText: String {
    let extends = manifest.extends?.id ?? ""
    let path = ShellText.word(folder)
    let explained =
      matched.map { matched in
        let known = matched.subject.known.map {
          "\($0.field.name)=\(ExampleSubject.text($0.value))"
        }
        let place = choices.own?.place.map { ["\($0)=\(manifest.area)"] } ?? []
        let given = ShellText.word(
          (known.filter { !$0.hasPrefix("\(choices.own?.place ?? "")=") } + place)
            .joined(separator: ","))
        return """

          yardstick explain \(names.match) --area \(manifest.area) --at \(choices.moment.year) --given \(given)
          """
      } ?? ""
    let assessed =
      choices.observed.map {
        "\nyardstick explain \(names.change) --area \(manifest.area) --at \($0.year)"
      } ?? ""
    return """
      # \(manifest.title.zh) · \(manifest.title.en)

      An example of each thing a plugin does, on top of `\(extends)`. Nothing here is policy until you replace the
      figures and clauses that are marked as examples. From the folder of `yardstick.yaml`:

      ```
      yardstick test \(path)
      yardstick plugin list
      yardstick diff \(extends) \(manifest.id)\(explained)\(assessed)
      ```

      1. `catalog/changes.yaml`: set the parameters that your documents change, each with its clause.
      2. `catalog/additions.yaml`: describe your own instruments and fields; remove the examples.
      3. `eligibility/`, `indicators/`, `lib/`: one script for each instrument and each figure.
      4. `tests/`: say what you expect, run `yardstick test --coverage text`, and look at what no case reaches.
      5. `yardstick diff \(extends) \(manifest.id) --format markdown`: hand this to whoever reviews the change.

      """
  }
}

/// Texts as a shell reads them.
enum ShellText {
  /// A word, in quotes where the shell would take it apart.
  static func word(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "_-./=,%".contains($0) }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
