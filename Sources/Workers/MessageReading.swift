// Both ends' reading of messages without a process in between, for Fuzzers/.

import Catalog
import DataSources
import Diagnostics
public import Evaluation
import Quantities
import Scripting
import Wire

/// How both ends of the pipe understand bytes; not for programs.
@_spi(Fuzzing) public struct MessageReading {
  private let evaluator: any Evaluator
  private let moment: Moment

  /// Creates a reading of messages about what an evaluator has loaded.
  public init(evaluator: any Evaluator) {
    self.evaluator = evaluator
    moment = Moment(period: Period(year: 2027), area: evaluator.catalog.header.area)
  }

  /// What a worker understands, written again; `nil` when it is no request.
  public func request(_ bytes: [UInt8]) -> [UInt8]? {
    var reader = reader(bytes)
    return (try? WorkerRequest(&reader))?.message()
  }

  /// What a parent understands, written again; `nil` when it is no answer.
  ///
  /// Facts are decided on, and failures are rendered, as a parent would.
  public func response(_ bytes: [UInt8]) -> [UInt8]? {
    var reader = reader(bytes)
    guard let response = try? WorkerResponse(&reader) else { return nil }
    switch response {
    case .facts(let facts):
      for definition in evaluator.eligibilities.all {
        _ = try? DecisionRules.decide(
          definition, from: facts, subject: "", at: moment, catalog: evaluator.catalog)
      }
    case .failed(let failure): _ = TextRenderer(color: true).render(failure.findings)
    case .ready, .opened, .computed, .ran, .suite, .tested, .lines, .observed, .line, .loaded,
      .registered, .decided, .advanced:
      break
    }
    return response.message()
  }

  private func reader(_ bytes: [UInt8]) -> WireReader {
    var reader = WireReader(bytes)
    reader.provide(evaluator.catalog.units)
    reader.provide(evaluator.catalog)
    reader.provide(SourceFiles([SourceFile(path: "a.lua", text: "return 1\n研发\t投入")]))
    return reader
  }
}
