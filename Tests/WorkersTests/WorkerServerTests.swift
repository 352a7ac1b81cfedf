import Catalog
import CatalogTestSupport
import DataSources
import Diagnostics
import Evaluation
import LuaRuntime
import Quantities
import Scripting
import Testing
import Wire

@testable import Workers

@Suite struct WorkerServerTests {
  private var session = Session(
    isolation: Isolation(noNewPrivileges: true, resourceLimits: true, systemCallFilter: true))

  private mutating func answers(to message: [UInt8]) -> [WorkerResponse] {
    var responses: [WorkerResponse] = []
    session.answer(message) { responses.append($0) }
    return responses
  }

  private mutating func messages(to message: [UInt8]) -> [String] {
    answers(to: message).flatMap { response -> [String] in
      guard case .failed(let failure) = response else { return ["\(response)"] }
      return failure.findings.map(\.message)
    }
  }

  @Test mutating func `nonsense is answered with a failure`() {
    #expect(
      messages(to: []) == [
        "the worker was sent nonsense: the message ends in the middle of a value"
      ])
    #expect(messages(to: [99]) == ["the worker was sent nonsense: there is no such request"])
  }

  @Test mutating func `what needs a catalogue fails before there is one`() throws {
    let moment = try Sample.moment
    for request in [
      WorkerRequest.decide(["grant"], try Sample.subject(), moment), .compute("gap", moment),
      .line(PromptLine(text: "1", name: "[1]", moment: moment)),
      .load(InputBytes(path: "firms.csv", bytes: []), .csv, kind: "firm"),
    ] {
      #expect(messages(to: request.message()) == ["the worker has no catalogue yet"])
    }
  }

  @Test mutating func `a chunk runs without a catalogue`() throws {
    let chunk = Chunk(path: "-e", bytes: Array("6 * 7".utf8), isExpression: true)
    let responses = answers(to: WorkerRequest.run(chunk, LuaLimits()).message())
    guard case .ran(let outcome) = responses.first else {
      Issue.record("the chunk was not run")
      return
    }
    #expect(responses.count == 1)
    #expect(outcome.status == .ok)
    #expect(outcome.value == "42")
  }

  @Test mutating func `every eligibility has its own answer, in order`() throws {
    let open = answers(
      to: WorkerRequest.open(Sample.inputs, Sample.limits.lua, countsLines: false).message())
    guard case .opened(let definitions) = open.first else {
      Issue.record("the inputs were not loaded")
      return
    }
    #expect(definitions.eligibilities.ids.first == "grant")
    #expect(definitions.indicators.ids == ["gap", "fails"])
    let request = WorkerRequest.decide(
      ["grant", "raises", "nobody", "open"], try Sample.subject("code=F1"), try Sample.moment)
    let kinds = answers(to: request.message()).map { response in
      switch response {
      case .facts: "facts"
      case .failed: "failed"
      default: "other"
      }
    }
    #expect(kinds == ["facts", "failed", "failed", "facts"])
  }

  @Test mutating func `inputs with a mistake leave the worker as it was`() throws {
    let broken = WorkerRequest.open(
      Sample.inputs("x = = 1"), Sample.limits.lua, countsLines: false)
    #expect(messages(to: broken.message()).count == 1)
    #expect(
      messages(to: WorkerRequest.compute("gap", try Sample.moment).message())
        == ["the worker has no catalogue yet"])
  }
}
