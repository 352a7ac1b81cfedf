import Catalog
import Diagnostics
import Evaluation
import Scripting
import Testing
import Wire

@testable import Workers

@Suite struct WorkerProtocolTests {
  @Test(arguments: MessageKind.allCases)
  func `a message comes back as it was`(_ kind: MessageKind) throws {
    for seed: UInt64 in 0..<200 {
      let message = try kind.message(seed: seed)
      let read = try message.reading(message.bytes)
      #expect(read.bytes == message.bytes, "seed \(seed)")
      #expect(read.description == message.description, "seed \(seed)")
    }
  }

  @Test(arguments: MessageKind.allCases)
  func `a message cut anywhere is an error`(_ kind: MessageKind) throws {
    for seed: UInt64 in 0..<20 {
      let message = try kind.message(seed: seed)
      let bytes = message.bytes
      for end in bytes.indices {
        #expect(throws: WireError.self, "seed \(seed), \(end) bytes") {
          try message.reading(Array(bytes[..<end]))
        }
      }
    }
  }

  @Test(arguments: MessageKind.allCases)
  func `a message with bytes after its end is an error`(_ kind: MessageKind) throws {
    let message = try kind.message(seed: 1)
    #expect(throws: WireError("the message has 2 bytes too many")) {
      try message.reading(message.bytes + [0, 0])
    }
  }

  @Test(arguments: MessageKind.allCases)
  func `a mutated message is an error or another message`(_ kind: MessageKind) throws {
    var errors = 0
    for seed: UInt64 in 0..<500 {
      var random = Generator(seed: seed, catalog: try Message.catalog)
      let message = try kind.message(seed: seed % 50)
      do {
        let read = try message.reading(random.mutation(of: message.bytes))
        // Whatever was understood can be said again, and is then understood in the same way.
        let again = try read.reading(read.bytes)
        #expect(again.description == read.description, "seed \(seed)")
      } catch is WireError {
        errors += 1
      }
    }
    #expect(errors > 100)
  }

  @Test(arguments: [10, 12, 255] as [UInt8])
  func `a kind that does not exist is an error`(_ tag: UInt8) throws {
    let request = Message.request(.compute("a", try Sample.moment))
    #expect(throws: WireError("there is no such request")) { try request.reading([tag]) }
    let response = Message.response(.failed(Failure([])))
    #expect(
      throws: WireError(
        tag == 10 ? "the message ends in the middle of a value" : "there is no such answer")
    ) {
      try response.reading([tag])
    }
  }

  @Test(
    arguments: [
      ([6, 1, 1, 0x61, 2], [1, 9]), ([10, 0, 1], [15, 1]),
    ] as [([UInt8], [UInt8])])
  func `tables that lie too deep in each other are an error`(
    _ start: [UInt8], _ table: [UInt8]
  ) throws {
    var bytes = start
    for _ in 0..<100_000 { bytes += table }
    #expect(throws: WireError("values lie too deep in each other")) {
      try Message.response(.failed(Failure([]))).reading(bytes)
    }
  }

  @Test(arguments: [
    ("yardstick worker", 0), ("yardstick worker", 1000),
    ("another worker", WorkerProtocol.version),
  ])
  func `a greeting of another program or version is an error`(
    _ greeting: String, _ version: Int
  ) throws {
    var writer = WireWriter()
    writer.write(tag: 0)
    writer.write(greeting)
    writer.write(version)
    for _ in 0..<3 { writer.write(true) }
    #expect(throws: WireError("the worker is of another version")) {
      try Message.response(.failed(Failure([]))).reading(writer.bytes)
    }
  }

  @Test func `a decision from mutated facts is a decision or a failure`() throws {
    let evaluator = try Sample.inputs.makeEvaluator(limits: Sample.limits.lua)
    let definition = try #require(evaluator.eligibilities.all.first)
    let moment = try Sample.moment
    var decisions = 0
    for seed: UInt64 in 0..<2000 {
      var random = Generator(seed: seed, catalog: try Message.catalog)
      let message = try MessageKind.facts.message(seed: seed % 100)
      guard
        case .response(.facts(let facts)) = try? message.reading(random.mutation(of: message.bytes))
      else { continue }
      do throws(Failure) {
        let decision = try DecisionRules.decide(
          definition, from: facts, subject: "S", at: moment, catalog: evaluator.catalog)
        #expect(decision.conditions.count == facts.conditions.count)
        decisions += 1
      } catch {
        #expect(!TextRenderer().render(error.findings).isEmpty)
      }
    }
    #expect(decisions > 100)
  }
}
