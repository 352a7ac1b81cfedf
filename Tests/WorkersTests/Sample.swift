// A small workspace in memory, and what tests of workers share.

import Catalog
import CatalogTestSupport
import DataSources
import Diagnostics
import Evaluation
import LuaRuntime
import Quantities
import Scripting
import Testing
import Workers

enum Sample {
  /// An eligibility of every outcome, some that go wrong, and indicators.
  static let script = """
    eligibility "grant" {
      requires = {
        { "spends enough", zh = "投入达到起点", function(e, p) return e.spend >= p.floor end },
        { "is small", zh = "属于小型", function(e) return e.size == "small" end },
      },
      amount = function(e, p) return e.spend * p.rate end,
    }
    eligibility "open" {
      instrument = "grant", requires = { { "always", function() return true end } },
      amount = function(e, p) return p.amount end,
    }
    eligibility "related" {
      instrument = "grant",
      requires = { { "has the grant", function(e) return e:decision("grant").eligible end } },
    }
    eligibility "raises" {
      instrument = "grant",
      requires = { { "never", function(e) error("研发 is not " .. e.code) end } },
    }
    eligibility "negative" {
      instrument = "grant", requires = { { "always", function() return true end } },
      amount = function(e) return quantity "-1元" end,
    }
    eligibility "loops" {
      instrument = "grant",
      requires = { { "ends", function() while true do end end } },
    }
    indicator "gap" {
      target = "output", unit = "亿元",
      value = function(obs, at) return obs.output[at] - obs.output[at - 1] end,
    }
    indicator "fails" { unit = "家", value = function(obs, at) return obs.firms[at].size end }
    """

  /// What takes as long as it may, in Lua itself and inside one call of its library.
  static let endless = """
    eligibility "first" {
      instrument = "grant", requires = { { "always", function() return true end } },
    }
    eligibility "loop" {
      instrument = "grant", requires = { { "ends", function() while true do end end } },
    }
    eligibility "pattern" {
      instrument = "grant",
      requires = { { "ends", function()
        return string.find(("a"):rep(40), ("a?"):rep(40) .. ("a"):rep(40)) ~= nil
      end } },
    }
    eligibility "last" {
      instrument = "grant", requires = { { "always", function() return true end } },
    }
    """

  /// Few instructions, so that an endless loop ends soon, and much time.
  static let limits: WorkerLimits = {
    var limits = WorkerLimits(wallTime: .seconds(60))
    limits.lua.instructions = 1_000_000
    return limits
  }()

  static let catalog = Result { try SmallCatalog.load() }

  static var inputs: EvaluatorInputs { inputs(script) }

  static func inputs(_ script: String) -> EvaluatorInputs {
    EvaluatorInputs(
      catalog: SmallCatalog.files(),
      plugins: [
        Plugin(
          manifest: PluginManifest(
            id: "example", title: Title(zh: "例", en: "Example"), version: "1.0.0", area: "100"),
          scripts: [Script(path: "a.lua", bytes: Array(script.utf8))])
      ],
      observations: file(
        "observations.csv",
        """
        series,area,period,value,unit,status,source,note
        output,100,2024,400,亿元,A,S1,
        output,100,2025,420,亿元,P,S1,
        """),
      sources: file(
        "sources.csv",
        """
        id,publisher,title,date,kind
        S1,局,公报,2026-03-01,bulletin
        """))
  }

  private static func file(_ path: String, _ text: String) -> InputBytes {
    InputBytes(path: path, bytes: Array(text.utf8))
  }

  static var moment: Moment {
    get throws { Moment(period: try Period(parsing: "2025"), area: "100") }
  }

  static func subject(_ given: String = "") throws -> Subject {
    let catalog = try catalog.get()
    let kind = try #require(catalog.subjects["firm"])
    return Subject(
      kind: "firm", key: "F1", values: try GivenParser.parse(given, kind: kind, catalog: catalog))
  }

  /// An evaluator whose scripts run in a worker.
  static func workerEvaluator(
    _ script: String = script, limits: WorkerLimits = limits, executable: String
  ) throws -> WorkerEvaluator {
    try WorkerEvaluator(
      inputs: inputs(script), catalog: try catalog.get(), limits: limits, executable: executable)
  }
}
