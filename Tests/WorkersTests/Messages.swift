// Random messages of every kind, and how tests read them back.

import Catalog
import CatalogTestSupport
import DataSources
import Diagnostics
import Evaluation
import Quantities
import Wire

@testable import Scripting
@testable import Workers

/// The kinds of message.
enum MessageKind: CaseIterable {
  case open, decide, compute, run, suite, test, lines, observe, line, load
  case ready, opened, facts, computed, ran, failed, contents, tested, counted, observed
  case answered, loaded

  /// A random message of the kind.
  func message(seed: UInt64) throws -> Message {
    var random = Generator(seed: seed, catalog: try Message.catalog)
    return switch self {
    case .open: .request(.open(random.inputs(), random.limits(), countsLines: random.flag()))
    case .decide:
      .request(.decide(random.list { $0.text() }, random.subject(), random.moment()))
    case .compute: .request(.compute(random.text(), random.moment()))
    case .run: .request(.run(random.chunk(), random.limits()))
    case .suite: .request(.suite(random.suiteScript()))
    case .test: .request(.test(random.suiteScript(), random.integer()))
    case .lines: .request(.lines)
    case .observe:
      .request(.observe(random.optional { $0.file() }, random.optional { $0.file() }))
    case .line: .request(.line(random.line()))
    case .load: .request(.load(random.file(), .jsonl, kind: random.text()))
    case .ready:
      .response(
        .ready(
          Isolation(
            noNewPrivileges: random.flag(), resourceLimits: random.flag(),
            systemCallFilter: random.flag())))
    case .opened:
      .response(.opened(random.definitions()))
    case .facts: .response(.facts(random.eligibilityFacts()))
    case .computed:
      .response(
        .computed(IndicatorFacts(value: random.optional { $0.quantity() }, trace: random.trace())))
    case .ran: .response(.ran(random.chunkOutcome()))
    case .failed: .response(.failed(random.failure()))
    case .contents: .response(.suite(random.suiteContents()))
    case .tested:
      .response(
        .tested(
          TestFacts(
            failures: random.failure().findings, log: random.text(), lines: random.lines())))
    case .counted: .response(.lines(random.lines()))
    case .observed: .response(.observed)
    case .answered:
      .response(.line(random.promptOutcome(), random.optional { $0.definitions() }))
    case .loaded:
      .response(
        .loaded(LoadedSubjects(count: random.integer(), rejects: random.list { $0.reject() })))
    }
  }
}

/// A message in either direction.
enum Message {
  case request(WorkerRequest)
  case response(WorkerResponse)

  private static let loaded = Result { try SmallCatalog.load() }

  /// The catalogue that both sides have.
  static var catalog: Catalog { get throws { try loaded.get() } }

  /// The message as bytes.
  var bytes: [UInt8] {
    switch self {
    case .request(let request): request.message()
    case .response(let response): response.message()
    }
  }

  /// Everything in it, as text.
  var description: String { account(of: self) }

  /// Reads bytes as a message in the same direction.
  func reading(_ bytes: [UInt8]) throws -> Message {
    let catalog = try Self.catalog
    var reader = WireReader(bytes)
    reader.provide(catalog.units)
    reader.provide(catalog)
    reader.provide(SourceFiles([]))
    switch self {
    case .request: return .request(try WorkerRequest(&reader))
    case .response: return .response(try WorkerResponse(&reader))
    }
  }
}
