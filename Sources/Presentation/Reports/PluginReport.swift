// The plugins of a workspace, in the order in which they are loaded.

import Catalog
import Diagnostics
public import Evaluation
import Scripting

/// Renders the plugins of a workspace: what each adds, replaces and changes.
public struct PluginReport {
  private let plugins: [PluginContents]
  private let language: Language

  /// Creates a report on plugins, in the order in which they are loaded.
  public init(_ plugins: [PluginContents], language: Language) {
    self.plugins = plugins
    self.language = language
  }

  /// One row for each plugin.
  public var table: TextTable {
    var table = TextTable([
      .init(language.text(en: "plugin", zh: "插件")),
      .init(language.text(en: "title", zh: "名称")),
      .init(language.text(en: "version", zh: "版本")),
      .init(language.text(en: "area", zh: "地区")),
      .init(language.text(en: "extends", zh: "扩展自")),
      .init(language.text(en: "adds", zh: "新增")),
      .init(language.text(en: "replaces", zh: "替换")),
      .init(language.text(en: "changes", zh: "调整")),
    ])
    for plugin in plugins {
      let manifest = plugin.manifest
      table.add([
        .init(manifest.id), .init(language.title(manifest.title)), .init(manifest.version),
        .init(manifest.area), .init(manifest.extends?.id ?? ""), .init(added(by: plugin)),
        .init(plugin.replaced.joined(separator: ", ")),
        .init(plugin.parameters.joined(separator: ", ")),
      ])
    }
    return table
  }

  /// The plugins as JSON, each with the names of everything it adds, replaces and changes.
  public var json: JSONValue {
    .array(
      plugins.map { plugin in
        let manifest = plugin.manifest
        return [
          "id": .string(manifest.id),
          "title": ["zh": .string(manifest.title.zh), "en": .string(manifest.title.en)],
          "version": .string(manifest.version),
          "area": .string(manifest.area),
          "extends": .optional(manifest.extends?.id),
          "requires": .object(
            manifest.requires.map { .init($0.plugin.id, .string($0.versions.id)) }),
          "reads": [
            "series": .strings(manifest.reads.series.map(\.id)),
            "fields": .strings(manifest.reads.fields.map(\.id)),
          ],
          "adds": [
            "instruments": .strings(plugin.instruments), "fields": .strings(plugin.fields),
            "groups": .strings(plugin.groups), "eligibilities": .strings(plugin.eligibilities),
            "indicators": .strings(plugin.indicators),
          ],
          "replaces": .strings(plugin.replaced),
          "changes": .strings(plugin.parameters),
        ]
      })
  }

  /// What a plugin adds: a few names, or a count of many.
  private func added(by plugin: PluginContents) -> String {
    [
      (plugin.eligibilities, language.text(en: "eligibility", zh: "资格"), "eligibilities"),
      (plugin.indicators, language.text(en: "indicator", zh: "指标"), "indicators"),
      (plugin.instruments, language.text(en: "instrument", zh: "政策工具"), "instruments"),
      (plugin.fields, language.text(en: "field", zh: "字段"), "fields"),
      (plugin.groups, language.text(en: "group", zh: "组别"), "groups"),
    ].filter { !$0.0.isEmpty }.map { names, one, many in
      names.count > 3
        ? "\(names.count) \(language.text(en: many, zh: one))"
        : "\(one) \(names.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
