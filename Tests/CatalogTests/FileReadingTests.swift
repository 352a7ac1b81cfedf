// Files that cannot be read, or not as YAML.

import Catalog
import CatalogTestSupport
import Diagnostics
import Foundation
import Testing

@Suite("Files of a catalogue")
struct FileReadingTests {
  /// What loading says when the departments are these bytes.
  private func findings(departments bytes: [UInt8]) -> [String] {
    let files = SmallCatalog.files().map {
      $0.path == "departments.yaml" ? CatalogFile(path: $0.path, bytes: bytes) : $0
    }
    return SmallCatalog.findings(files)
  }

  private func findings(departments text: String) -> [String] {
    findings(departments: [UInt8](text.utf8))
  }

  private static let finance = "departments:\n  - { id: finance, zh: 财政局, en: Finance }\n"

  @Test(
    "may have a byte order mark, any line ends and comments",
    arguments: [
      "\u{FEFF}\(finance)",
      finance.replacingOccurrences(of: "\n", with: "\r\n"),
      finance.replacingOccurrences(of: "\n", with: "\r"),
      "# a comment & a *star\n---\n\(finance)# the end",
    ])
  func accepted(_ text: String) {
    #expect(findings(departments: text).isEmpty)
  }

  @Test("keep their positions after a byte order mark and with any line ends")
  func positions() {
    let text = "\u{FEFF}departments:\r\n  - { id: finance, zh: 财政局, n: Finance }\r\n"
    #expect(
      findings(departments: text) == [
        "departments.yaml:2:5: `en` is missing in a department",
        "departments.yaml:2:29: unknown key `n` in a department → did you mean `en`?",
      ])
  }

  @Test("count columns in characters, not in code points")
  func columns() {
    let text = "departments:\n  - { id: finance, zh: 👨‍👩‍👧e\u{301}, n: Finance, en: Finance }\n"
    #expect(
      findings(departments: text) == [
        "departments.yaml:2:28: unknown key `n` in a department → did you mean `en`?"
      ])
  }

  @Test("that are not UTF-8 are refused with the place of the first wrong byte")
  func invalidEncoding() {
    let bytes = [UInt8]("departments:\n  - { zh: 财".utf8) + [0xB2, 0xC6] + [UInt8](" }".utf8)
    #expect(
      findings(departments: bytes) == [
        "departments.yaml:2:12: this is not UTF-8 text: the byte 0xB2 cannot stand here"
          + " → save the file in the encoding UTF-8"
      ])
  }

  @Test(
    "with control characters are refused",
    arguments: [
      ("\u{0}", "00"), ("\u{7}", "07"), ("\u{B}", "0B"), ("\u{1B}", "1B"), ("\u{7F}", "7F"),
    ])
  func controlCharacters(_ character: String, _ code: String) {
    #expect(
      findings(departments: "departments:\n  - \(character)") == [
        "departments.yaml:2:5: the control character U+00\(code) cannot stand in a text → remove it"
      ])
  }

  @Test(
    "that hold nothing are reported",
    arguments: ["", "\u{FEFF}", "\n\n", "# only a comment\n", "~"])
  func empty(_ text: String) {
    #expect(
      findings(departments: text) == [
        "departments.yaml:1:1: `departments.yaml` is empty; expected a list `departments:`"
      ])
  }

  @Test(
    "that are not YAML are reported with the place and a hint",
    arguments: [
      (
        "departments:\n  - { id: finance, zh: 财政局",
        "departments.yaml:2:5: this cannot be read as YAML: did not find expected ',' or '}'"
          + " → check the brackets and commas of this line"
      ),
      (
        "departments:\n  - id: a\n   zh: b",
        "departments.yaml:3:4: this cannot be read as YAML: did not find expected '-' indicator"
          + " (while parsing a block collection that begins on line 2)"
          + " → give all keys and entries of one level the same indentation"
      ),
      (
        "departments:\n  - id: a: b",
        "departments.yaml:2:10: this cannot be read as YAML: mapping values are not allowed in this context"
          + " → put a text with a colon and a space in quotes"
      ),
      (
        "departments:\n  - { id: %a }",
        "departments.yaml:2:11: this cannot be read as YAML: found character that cannot start any token"
          + " → put a text that begins with a sign in quotes, such as `\">=\"` or `\"%\"`"
      ),
      (
        "departments:\n  - id: \"a\n",
        "departments.yaml:2:9: this cannot be read as YAML: found unexpected end of stream"
          + " → close the quotation mark"
      ),
      (
        "departments: []\n---\ndepartments: []",
        "departments.yaml:2:1: a second document begins here; a file holds one → remove the line `---`"
      ),
    ])
  func syntax(_ text: String, _ expected: String) {
    #expect(findings(departments: text) == [expected])
  }

  @Test(
    "may not use anchors and aliases",
    arguments: [
      ("departments:\n  - &first { id: a, zh: a, en: a }", "2:5"),
      ("departments:\n  - { id: &name a, zh: a, en: a }", "2:11"),
      ("departments:\n  - { id: &name a, zh: *name, en: a }", "2:24"),
      ("departments:\n  - { id: a, zh: *name, en: a }", "2:18"),
    ])
  func anchors(_ text: String, _ place: String) {
    #expect(
      findings(departments: text) == [
        "departments.yaml:\(place): anchors and aliases are not used here"
          + " → write the value out in each place"
      ])
  }

  @Test("in which a few lines stand for very much are refused without expanding them")
  func explosion() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(alias), \(alias), \(alias), \(alias)]\n"
    }
    text += "? *a40\n: x\n"
    #expect(
      findings(departments: text) == [
        "departments.yaml:2:10: anchors and aliases are not used here"
          + " → write the value out in each place"
      ])
  }

  @Test("may contain ampersands and stars that are no anchors")
  func ampersands() {
    let text = "departments:\n  - { id: finance, zh: 研发, en: \"R &D *D & D\" }\n"
    let plain = "departments:\n  - { id: finance, zh: 研发, en: R & D * 2 }\n"
    #expect(findings(departments: plain).isEmpty)
    #expect(findings(departments: text).count == 1)
  }

  @Test("nested absurdly deep are refused", arguments: ["[", "{ a: ", "- "])
  func nesting(_ opening: String) {
    let text =
      "departments: " + (opening == "- " ? "\n  " : "")
      + String(repeating: opening, count: 20_000)
    let messages = findings(departments: text)
    #expect(messages.count == 1)
    #expect(messages.first?.hasSuffix("this is nested too deeply") == true)
  }

  @Test(
    "tell both places of a key that stands twice",
    arguments: [
      (
        "departments:\n  - id: finance\n    zh: 财政局\n\n    # again\n    id: other\n    en: F\n",
        "6:5", "2:5"
      ),
      ("departments:\n  - { id: finance, zh: id, en: F, id: other }\n", "2:35", "2:7"),
      ("departments: []\ndepartments: []\n", "2:1", "1:1"),
    ])
  func duplicateKeys(_ text: String, _ second: String, _ first: String) {
    let key = text.contains("id:") ? "id" : "departments"
    #expect(
      findings(departments: text) == [
        "departments.yaml:\(second): the key `\(key)` stands twice in one place"
          + " (first at departments.yaml:\(first)) → remove one of the two"
      ])
  }

  // MARK: The set of files

  @Test("that are missing are named")
  func missingFile() {
    let files = SmallCatalog.files().filter { $0.path != "narrative.yaml" }
    #expect(
      SmallCatalog.findings(files) == [
        "the catalogue has no file `narrative.yaml` → add it; `narrative: []` says that there are none"
      ])
  }

  @Test("with an unknown name are reported with the nearest known one")
  func unknownFile() {
    let file = CatalogFile(path: "catalog/target.yaml", bytes: [])
    #expect(
      SmallCatalog.findings(SmallCatalog.files() + [file]) == [
        "`catalog/target.yaml` is not a file of a catalogue → did you mean `targets.yaml`?"
      ])
  }

  @Test("that hold the same part are reported")
  func twoFiles() {
    let file = CatalogFile(path: "other/units.yaml", bytes: [])
    #expect(
      SmallCatalog.findings(SmallCatalog.files() + [file]) == [
        "`other/units.yaml` holds the same as `units.yaml` → remove one of the two"
      ])
  }

  @Test("that cannot be read do not make references to them mistakes")
  func unreadable() {
    let files = SmallCatalog.files([
      "departments": "departments: [", "series": "series: {}", "units": "units: 7",
    ])
    #expect(
      SmallCatalog.findings(files) == [
        "departments.yaml:1:1: this cannot be read as YAML: did not find expected node content"
          + " → check the brackets and commas of this line",
        "series.yaml:1:9: expected a list of series, found keys and values",
        "units.yaml:1:8: expected a list of units, found a text",
      ])
  }

  @Test("report all their mistakes in one go, in the order of the files and of their lines")
  func allAtOnce() {
    let files = SmallCatalog.files([
      "departments": "departments:\n  - { id: Finance, zh: 财政局 }\n  - { id: finance, en: F }",
      "areas": "areas: []",
      "narrative": "narrative:\n  - { clause: （一）, words: 五, reasons: x }",
    ])
    #expect(
      SmallCatalog.findings(files) == [
        "catalog.yaml:4:7: there is no area `100` → declare it in `areas.yaml`",
        "departments.yaml:2:5: `en` is missing in a department",
        "departments.yaml:2:11: `Finance` must consist of lower-case letters, digits and underscores,"
          + " a letter first → write `finance`",
        "departments.yaml:3:5: `zh` is missing in a department",
        "narrative.yaml:2:5: `reason` is missing in a figure",
        "narrative.yaml:2:30: unknown key `reasons` in a figure → did you mean `reason`?",
      ])
  }

  // MARK: The folder

  @Test("are read from a folder in the order of their names")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["units.yaml", "areas.yaml", ".hidden.yaml", "notes.txt"] {
      try Data(name.utf8).write(to: folder.appendingPathComponent(name))
    }
    let files = try CatalogFile.read(folder: folder.path + "/")
    #expect(files.map(\.path) == ["areas.yaml", "units.yaml"].map { "\(folder.path)/\($0)" })
    #expect(files.map(\.bytes) == ["areas.yaml", "units.yaml"].map { [UInt8]($0.utf8) })
  }

  @Test("must be in a folder that exists and holds some")
  func noFolder() throws {
    let failure = #expect(throws: Failure.self) { try CatalogFile.read(folder: "no/such/folder") }
    #expect(
      failure?.findings.map(\.line) == [
        "the folder `no/such/folder` cannot be read → name the folder that holds `catalog.yaml`"
      ])
  }
}
