// The city's catalogue and published figures, and expressions that are evaluated on them.

import Catalog
import DataSources
import Diagnostics
import Foundation
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

enum MethodsSample {
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../..").standardized

  private static let workspace = Result {
    let folder = repository.appending(path: "catalog")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let catalog = try Catalog.load(
      files: try names.filter { $0.hasSuffix(".yaml") }.map {
        CatalogFile(path: $0, bytes: [UInt8](try Data(contentsOf: folder.appending(path: $0))))
      })
    return (catalog, try store(catalog))
  }

  private static func store(_ catalog: Catalog) throws -> ObservationStore {
    let folder = repository.appending(path: "examples/data")
    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }
    let sources = try SourceReader.read(path: "sources.csv", bytes: bytes("sources.csv"))
    let (observations, rejects) = try ObservationReader.read(
      path: "observations.csv", bytes: bytes("observations.csv"), catalog: catalog,
      sources: sources)
    #expect(rejects.isEmpty)
    return ObservationStore(observations: observations, sources: sources)
  }

  /// An engine of the city's workspace.
  static func engine(limits: LuaLimits = LuaLimits()) throws -> ScriptEngine {
    let (catalog, observations) = try workspace.get()
    return try ScriptEngine(
      catalog: catalog, plugins: [], observations: observations, limits: limits)
  }

  /// The value of an expression in which `obs` and `at` stand for the city and a year, as text.
  static func value(
    _ expression: String, at period: String = "2024", area: String = "330100"
  ) throws -> String {
    let engine = try engine()
    let chunk = try engine.state.load(
      "local obs, at = ...\nreturn \(expression)", chunk: "=example")
    let moment = Moment(period: try Period(parsing: period), area: area)
    let result = try engine.state.result(
      of: chunk, [engine.observer(of: area), engine.momentValue(moment)])
    return try engine.state.text(of: result)
  }

  /// The error of an expression, with its notes and its suggestion; `nil` when it has a value.
  static func problem(
    _ expression: String, at period: String = "2024", area: String = "330100"
  ) throws -> String? {
    do {
      _ = try value(expression, at: period, area: area)
      return nil
    } catch let error as LuaError {
      let script = error.underlying as? ScriptError
      return ([error.message] + (script?.notes ?? []) + [script?.suggestion].compactMap { $0 })
        .joined(separator: " → ")
    }
  }
}
