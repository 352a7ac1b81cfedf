// Entries added to the list of plugins in `yardstick.yaml`.

import Testing

@testable import Yardstick

@Suite struct PluginListEditTests {
  private func edit(_ text: String, adding entry: String = "east") throws -> String? {
    let configuration = try WorkspaceConfiguration(path: "yardstick.yaml", bytes: Array(text.utf8))
    return PluginListEdit(adding: entry, to: configuration).changed(text)
  }

  @Test(arguments: [
    ("plugins: [a]\ncatalog: c\n", "plugins: [a, east]\ncatalog: c\n"),
    ("plugins: [ a , b ] # x\ncatalog: c", "plugins: [ a , b, east ] # x\ncatalog: c"),
    ("catalog: c\nplugins: ['a b']", "catalog: c\nplugins: ['a b', east]"),
    ("catalog: c\nplugins:\n- a", "catalog: c\nplugins:\n- a\n- east"),
    ("plugins:\n  -  a # 城市\n\ncatalog: c\n", "plugins:\n  -  a # 城市\n  -  east\n\ncatalog: c\n"),
    ("plugins:\r\n  - a\r\ncatalog: c\r\n", "plugins:\r\n  - a\r\n  - east\r\ncatalog: c\r\n"),
    (
      "catalog: c\nplugins: [a,\n  \"b\" # x\n  ]",
      "catalog: c\nplugins: [a,\n  \"b\", east # x\n  ]"
    ),
    (
      "{ \"catalog\": \"c\", \"plugins\": [\"a\"] }",
      "{ \"catalog\": \"c\", \"plugins\": [\"a\", east] }"
    ),
  ])
  func `an entry is added and all else stays`(text: String, expected: String) throws {
    #expect(try edit(text) == expected)
  }

  @Test(arguments: [
    "catalog: c\nplugins: []\n", "catalog: c\nplugins:\n  - >-\n    a\n",
    "catalog: c\nplugins:\n  - \"a\n    b\"\n",
  ])
  func `a list that is not understood stays as it is`(_ text: String) throws {
    #expect(try edit(text) == nil)
  }

  @Test(arguments: [
    ("a b", "\"a b\""), ("../x", "\"../x\""), ("no", "\"no\""), ("1.0", "\"1.0\""),
    ("a: b", "\"a: b\""), ("x#1", "\"x#1\""), (#"a"\"#, #""a\"\\""#), ("a/b-c_d", "a/b-c_d"),
    ("余杭", "余杭"), ("10%", "10%"),
  ])
  func `an entry is quoted where YAML would read it otherwise`(
    text: String, expected: String
  ) throws {
    #expect(YAMLText.scalar(text) == expected)
    #expect(
      try edit("catalog: c\nplugins: [a]", adding: text)
        == "catalog: c\nplugins: [a, \(expected)]")
  }
}
