// Scripts on the small catalogue, and suites that are read and run in this process.

import Catalog
import CatalogTestSupport
import Diagnostics
import Evaluation
import LuaRuntime
import Quantities
import Scripting
import Testing

@testable import ScriptTesting

enum Sample {
  static let script = """
    eligibility "grant" {
      requires = {
        { "spends enough", zh = "投入达到起点", function(e, p) return e.spend >= p.floor end },
        { "is small", zh = "属于小型", function(e) return e.size == "small" end },
      },
      amount = function(e, p) return e.spend * p.rate end,
    }
    eligibility "open" {
      instrument = "grant", requires = { { "exports", function(e) return e.exporter end } },
      amount = function(e, p) return p.amount end,
    }
    eligibility "raises" {
      instrument = "grant", requires = { { "never", function(e) error("no rate") end } },
    }
    eligibility "loops" {
      instrument = "grant", requires = { { "ends", function() while true do end end } },
    }
    indicator "growth" {
      unit = "%", value = function(obs, at) return obs.output[at] / obs.output[at - 1] - 1 end,
    }
    indicator "gap" {
      target = "gap", unit = "个百分点",
      value = function(obs, at)
        return quantity "4%" - (obs.output[at] / obs.output[at - 1] - 1)
      end,
    }
    """

  static let module = "return { double = function(x) return x + x end, rates = { 1, { 2, 3 } } }"

  static let plugin = Plugin(
    manifest: PluginManifest(
      id: "example", title: Title(zh: "例", en: "Example"), version: "1.0.0", area: "100"),
    scripts: [Script(path: "a.lua", bytes: Array(script.utf8))],
    modules: [
      ScriptModule(name: "sums", script: Script(path: "lib/sums.lua", bytes: Array(module.utf8)))
    ])

  static let inputs = EvaluatorInputs(
    catalog: SmallCatalog.files(),
    plugins: [plugin],
    observations: file(
      "observations.csv",
      """
      series,area,period,value,unit,status,source,note
      output,100,2024,400,亿元,A,S1,
      output,100,2025,420,亿元,P,S1,
      """),
    sources: file("sources.csv", "id,publisher,title,date,kind\nS1,局,公报,2026-03-01,bulletin\n"))

  static let limits = LuaLimits(instructions: 100_000)

  private static func file(_ path: String, _ text: String) -> InputBytes {
    InputBytes(path: path, bytes: Array(text.utf8))
  }

  static func evaluator(
    _ inputs: EvaluatorInputs = Sample.inputs
  ) throws(Failure) -> LocalEvaluator { try inputs.makeEvaluator(limits: limits) }

  static func bench() throws -> TestBench {
    let catalog = try SmallCatalog.load()
    return TestBench(
      inputs: inputs, catalog: catalog,
      observations: try inputs.readObservations(
        catalog: catalog, sources: try inputs.readSources()
      ).store,
      scope: CoverageScope(plugin, in: try evaluator()), vintage: "draft", method: .cagrRatio,
      maximumAge: 3
    ) { inputs, countsLines throws(Failure) in
      try inputs.makeEvaluator(limits: limits, countsLines: countsLines)
    }
  }

  /// A suite file; `tables` are the tables of cases beside it.
  static func source(
    _ text: String, path: String = "tests/grant_test.lua", tables: [String: String] = [:]
  ) -> SuiteSource {
    SuiteSource(
      suite: SuiteScript(
        script: Script(path: path, bytes: Array(text.utf8)),
        modules: [
          ScriptModule(
            name: "sums", script: Script(path: "lib/sums.lua", bytes: Array(module.utf8)))
        ]),
      area: "100"
    ) { name, span throws(Failure) in
      guard let table = tables[name] else {
        throw Failure(Finding("file.missing", "there is no file `\(name)`", at: span))
      }
      return file("tests/" + name, table)
    }
  }

  static func read(_ text: String, tables: [String: String] = [:]) throws -> [TestCase] {
    try SuiteReader.read(source(text, tables: tables), by: try evaluator())
  }

  /// What is wrong with a suite file, as `line:column: message`, and what next.
  static func mistakes(_ text: String, tables: [String: String] = [:]) throws -> [String] {
    do {
      _ = try read(text, tables: tables)
      return []
    } catch let failure as Failure {
      return failure.findings.map { finding in
        let place = finding.span.map { "\($0.line):\($0.column): " } ?? ""
        return place + finding.message + (finding.suggestion.map { "; \($0)" } ?? "")
      }
    }
  }

  static func run(
    _ text: String, tables: [String: String] = [:], options: TestOptions = TestOptions(),
    recordings: Recordings = Recordings()
  ) throws -> TestRun {
    TestRunner.run(
      try read(text, tables: tables), on: try bench(), options: options, recordings: recordings)
  }

  /// The text of a suite on the eligibility `grant`, for a small firm that spends enough.
  static func grant(_ cases: String) -> String {
    """
    suite "grant" {
      at = "2025", given = { spend = "1200万元", size = "small" },
      \(cases)
    }
    """
  }
}

extension TestRun {
  /// The status of every test, in order.
  var statuses: [TestResult.Status] { results.map(\.status) }
}
