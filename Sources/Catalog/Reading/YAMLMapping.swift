// The keys and values of a mapping in a YAML file.

package import Diagnostics

/// The keys and values of a mapping in a YAML file, in the order of the text.
package struct YAMLMapping {
  /// A key with its value.
  package struct Entry {
    /// The key.
    package let key: String

    /// Where the key stands.
    package let keySpan: SourceSpan

    /// The value.
    package let value: YAMLValue
  }

  /// What the mapping describes, such as `a target`.
  package let noun: String

  /// The keys and values.
  package let entries: [Entry]

  /// The mapping itself.
  package let value: YAMLValue

  /// The value of a key, or a finding when it is missing.
  package func required(_ key: String) -> YAMLValue? {
    if let entry = entries.first(where: { $0.key == key }) { return entry.value }
    value.report("yaml.missing-key", "`\(key)` is missing in \(noun)")
    return nil
  }

  /// The value of a key, or `nil` when it is missing or left empty.
  package func optional(_ key: String) -> YAMLValue? {
    guard let value = entries.first(where: { $0.key == key })?.value else { return nil }
    return value.node.isNull ? nil : value
  }

  /// Reports a key that must not be here, with the reason.
  package func forbid(_ key: String, _ code: String, because reason: String) {
    guard let entry = entries.first(where: { $0.key == key }) else { return }
    value.report(code, "`\(key)` cannot stand in \(noun): \(reason)", at: entry.keySpan)
  }

  /// The names under `zh` and `en`.
  package func names() -> Title? {
    let zh = required("zh")?.text()
    let en = required("en")?.text()
    guard let zh, let en else { return nil }
    return Title(zh: zh, en: en)
  }
}
