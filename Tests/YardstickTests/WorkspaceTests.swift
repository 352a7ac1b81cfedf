// Opening a workspace, what it says about moments, and its digests.

import Diagnostics
import Testing

@testable import Yardstick

@Suite struct WorkspaceOpeningTests {
  @Test func readsEverythingThatItNames() throws {
    let folder = try SampleFolder()
    let workspace = try folder.open()
    #expect(workspace.folder == folder.path)
    #expect(workspace.catalog.header.id == "example")
    #expect(workspace.plugins.map(\.manifest.id) == ["example"])
    #expect(workspace.evaluator.eligibilities.ids == ["access", "grant", "later"])
    #expect(workspace.evaluator.indicators.ids == ["growth"])
    #expect(workspace.sources.map(\.id) == ["S1"])
    #expect(workspace.observations.all(series: "output", area: "100").count == 2)
    #expect(workspace.rejects.map(\.line) == [4])
    #expect(try Workspace.catalog(folder.path).header.version == "1.2.0")
  }

  @Test(arguments: ["catalog", "scripts/eligibility"])
  func searchesUpwards(subfolder: String) throws {
    let folder = try SampleFolder()
    let workspace = try folder.open(in: subfolder)
    #expect(workspace.catalog.header.id == "example")
    #expect(try Workspace.catalog(folder.path + "/" + subfolder).header.id == "example")
    #expect(workspace.digests() == (try folder.open().digests()))
    #expect(try workspace.register().bytes == folder.open().register().bytes)
  }

  @Test func saysThatThereIsNone() throws {
    let failure = try caught { _ = try Workspace.open("/") }
    #expect(
      failure?.lines == [
        "there is no `yardstick.yaml` in `/` or a folder above it → change to a workspace, or name"
          + " one with `--workspace FOLDER`"
      ])
  }

  @Test func worksWithoutDataAndPlugins() throws {
    let folder = try SampleFolder(["yardstick.yaml": "catalog: catalog\nplugins: []"])
    let workspace = try folder.open()
    #expect(workspace.observations.seriesIDs == [])
    #expect(workspace.evaluator.eligibilities.ids == [])
    let noRegister = try caught { _ = try workspace.register() }
    #expect(noRegister?.findings.map(\.code) == ["argument.subjects"])
    let noPeriod = try caught { _ = try workspace.moment(nil, default: \.decideAt) }
    #expect(noPeriod?.findings.map(\.code) == ["argument.period"])
  }

  @Test(arguments: [
    (
      "catalog: catalgo", "catalog",
      "there is no folder `catalgo`, which should hold the catalogue"
        + " → did you mean `catalog`?"
    ),
    (
      "plugins: [script]", "plugin",
      "there is no folder `script`, which should hold a plugin"
        + " → did you mean `scripts`?"
    ),
    (
      "plugins: [data/firms.csv]", "plugin",
      "`data/firms.csv` is a file; a folder with a plugin is expected"
    ),
    (
      "data: { observations: data/observation.csv }", "data",
      "there is no file `data/observation.csv`, which should hold the observations"
        + " → did you mean `data/observations.csv`?"
    ),
    (
      "data: { sources: data }", "data",
      "`data` is a folder; a file with the sources is expected"
    ),
  ])
  func pointsAtTheLineThatNamesAMissingFile(
    line: String, key: String, expected: String
  ) throws {
    var lines = ["catalog: catalog", "plugins: [scripts]"].filter { !$0.hasPrefix(key) }
    lines.insert(line, at: 0)
    let folder = try SampleFolder(["yardstick.yaml": lines.joined(separator: "\n")])
    let problems = folder.problems()
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("yardstick.yaml:1:") == true)
    #expect(problems.first?.hasSuffix(": " + expected) == true, "\(problems)")
  }

  @Test func refusesAPluginThatIsNamedTwice() throws {
    let folder = try SampleFolder([
      "yardstick.yaml": "catalog: catalog\nplugins: [scripts, scripts]"
    ])
    #expect(
      folder.problems() == [
        "yardstick.yaml:2:20: the plugin `scripts` is named twice → remove one of the two"
      ])
  }

  @Test func reportsMistakesInScripts() throws {
    let folder = try SampleFolder([
      "scripts/eligibility/grant.lua": "eligibility \"grnt\" { requires = {} }"
    ])
    #expect(
      folder.problems() == [
        "scripts/eligibility/grant.lua:1:14: there is no instrument `grnt` in the catalogue"
          + " → did you mean `grant`?",
        "scripts/eligibility/grant.lua:1:22: `requires` must be a list of conditions, not a table",
      ])
  }
}

@Suite struct WorkspaceMomentTests {
  @Test(
    arguments: [
      ("2027", nil, "2027", "100"), ("2024-Q1", "CN", "2024-Q1", "CN"),
      ("2027", "甲市", "2027", "100"), ("2027", "China", "2027", "CN"),
    ] as [(String, String?, String, String)])
  func isOfTheWorkspacesAreaUnlessAnotherIsNamed(
    text: String, area: String?, period: String, code: String
  ) throws {
    let moment = try SampleFolder().open().moment(text, area: area)
    #expect(moment.period.description == period)
    #expect(moment.area == code)
  }

  @Test func isOfTheCataloguesAreaWhenTheWorkspaceNamesNone() throws {
    let folder = try SampleFolder(["yardstick.yaml": "catalog: catalog\nplugins: []"])
    #expect(try folder.open().moment("2027").area == "100")
  }

  @Test func isTheWorkspacesOwnWhenNoneIsNamed() throws {
    let workspace = try SampleFolder().open()
    #expect(try workspace.moment(nil, default: \.assessAt).year == 2025)
    #expect(try workspace.moment(nil, default: \.decideAt).year == 2027)
    #expect(try workspace.moment("2026", default: \.decideAt).year == 2026)
  }

  @Test(
    arguments: [
      ("20270", nil, "`20270` is not a period: "), ("soon", nil, "`soon` is not a period: "),
      ("2027", "Jai", "there is no area `Jai` in the catalogue → did you mean `Jia`?"),
    ] as [(String, String?, String)])
  func refuses(text: String, area: String?, expected: String) throws {
    let workspace = try SampleFolder().open()
    let failure = try caught { _ = try workspace.moment(text, area: area) }
    #expect(failure?.kind == .couldNotRun)
    #expect(failure?.lines.first?.hasPrefix(expected) == true)
  }
}

@Suite struct DigestTests {
  /// Which of the digests a change of a file changes.
  private static let inputs: [(file: String, part: String)] =
    SampleFolder.texts.keys.sorted().compactMap { file in
      if file.hasPrefix("catalog/") { return (file, "catalog") }
      if file.hasPrefix("scripts/") { return (file, "scripts") }
      return file == "yardstick.yaml" || file == "data/firms.csv" ? nil : (file, "data")
    }

  private func parts(_ digests: Digests, changedFrom other: Digests) -> [String] {
    [
      digests.catalog == other.catalog ? nil : "catalog",
      digests.scripts == other.scripts ? nil : "scripts",
      digests.data == other.data ? nil : "data",
    ].compactMap(\.self)
  }

  @Test(arguments: inputs)
  func changeWithAnyByteOfAnInput(file: String, part: String) throws {
    let original = try SampleFolder().open().digests()
    let text = try #require(SampleFolder.texts[file])
    let comment = file.hasSuffix(".csv") ? "\n" : file.hasSuffix(".lua") ? " --" : " #"
    let changed = try SampleFolder([file: text + comment]).open().digests()
    #expect(parts(changed, changedFrom: original) == [part])
  }

  @Test func changeWhenAScriptIsAdded() throws {
    let original = try SampleFolder().open().digests()
    let changed = try SampleFolder(["scripts/indicators/more.lua": ""]).open().digests()
    #expect(parts(changed, changedFrom: original) == ["scripts"])
  }

  @Test func doNotDependOnTheLocation() throws {
    let (first, second) = (try SampleFolder(), try SampleFolder())
    #expect(first.path != second.path)
    #expect(try first.open().digests() == second.open().digests())
  }

  @Test func doNotDependOnFilesThatAreNotRead() throws {
    let original = try SampleFolder().open().digests()
    let other = try SampleFolder([
      "scripts/notes.txt": "x", "scripts/tests/a_test.lua": "error()", "catalog/.hidden.yaml": "x",
    ]).open().digests()
    #expect(other == original)
  }

  @Test func includeTheRegister() throws {
    try withSample { workspace in
      let register = try workspace.register().bytes
      let digests = workspace.digests(register: register)
      #expect(digests.data != workspace.digests().data)
      #expect(digests.data != workspace.digests(register: register + [10]).data)
      #expect(digests.data == workspace.digests(register: register).data)
      #expect(digests.catalog == workspace.digests().catalog)
    }
  }

  @Test func areSHA256InHexadecimal() throws {
    // SHA-256 of no bytes, as FIPS 180-4 gives it.
    #expect(
      DigestBuilder.digest([])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let digests = try SampleFolder().open().digests()
    for digest in [digests.catalog, digests.scripts, digests.data] {
      #expect(digest.count == 64)
      #expect(digest.allSatisfy { "0123456789abcdef".contains($0) })
    }
  }

  @Test func tellFilesApart() {
    #expect(DigestBuilder.digest([[1, 2], [3]]) != DigestBuilder.digest([[1], [2, 3]]))
    #expect(DigestBuilder.digest([[1], []]) != DigestBuilder.digest([[1]]))
    #expect(DigestBuilder.digest([[1], [2]]) != DigestBuilder.digest([[2], [1]]))
  }
}
