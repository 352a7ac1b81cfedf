// What suite files see besides the API of scripts: `suite`, `test`, `expect`, `missing`, `recorded`.

package import Catalog
import DataSources
package import Diagnostics
package import LuaRuntime

/// What a suite file has said, and what the test that runs has expected.
final class SuiteSession {
  var suites: [SuiteTable] = []
  var tests: [(test: FreeTest, body: LuaFunction)] = []

  /// What was named and has no table or function yet.
  var announced: [(word: String, name: String, line: Int)] = []

  /// Whether a test runs.
  var isTesting = false

  /// What the test has handed to `expect`, in order.
  var actuals: [LuaValue] = []

  /// Whether the test has held anything against what it expects.
  var hasExpected = false

  /// The expectations that were not met.
  var failures: [Finding] = []
}

extension ScriptEngine {
  /// Loads a suite file.
  ///
  /// - Throws: a ``Failure`` with everything that is wrong with it.
  package convenience init(
    catalog: Catalog, suite: SuiteScript, limits: LuaLimits, countsLines: Bool = false
  ) throws(Failure) {
    try self.init(
      catalog: catalog, observations: ObservationStore(observations: [], sources: []),
      limits: limits, countsLines: countsLines)
    suitePath = suite.script.path
    let session = SuiteSession()
    self.suite = session
    let environment = try makeEnvironment(with: suite.modules)
    do {
      try addSuiteApi(to: environment, session)
    } catch {
      throw failure(error)
    }
    let file = try run(suite.script, in: environment)
    guard session.announced.isEmpty else {
      throw Failure(session.announced.map { Finding.unfinished($0.word, $0.name, $0.line, file) })
    }
    do {
      try state.seal()
    } catch {
      throw sealingFailure(error)
    }
  }

  /// What the suite file says.
  package var suiteContents: SuiteContents {
    SuiteContents(suites: suite?.suites ?? [], tests: suite?.tests.map(\.test) ?? [])
  }

  /// Runs a test of the suite file.
  ///
  /// - Throws: a ``Failure`` when its code fails or hits a limit, or there is no such test.
  package func runTest(_ position: Int) throws(Failure) -> TestFacts {
    guard let suite, suite.tests.indices.contains(position) else {
      throw Failure(Finding("suite.unknown-test", "the suite file has no test \(position + 1)"))
    }
    let (test, body) = suite.tests[position]
    suite.isTesting = true
    defer { suite.isTesting = false }
    state.clearLog()
    do {
      try state.beginEvaluation()
      defer { state.endEvaluation() }
      _ = try state.call(body, [], results: 0)
    } catch  where error.underlying is ExpectationFailure {
      // Already noted, with its place.
    } catch {
      throw failure(error)
    }
    if !suite.hasExpected { suite.failures.append(expectsNothing(test)) }
    return TestFacts(failures: suite.failures, log: state.log.text, lines: lineCoverage)
  }

  private func expectsNothing(_ test: FreeTest) -> Finding {
    let file = sources.values.first { $0.span(of: "test", onLine: test.line) != nil }
    return Finding(
      "suite.expects-nothing", "the test `\(test.name)` expects nothing, so it cannot fail",
      at: file?.span(ofLine: test.line),
      suggestion: "add `expect(…):is(…)`")
  }

  // MARK: The words

  private func addSuiteApi(
    to environment: LuaTable, _ session: SuiteSession
  ) throws(LuaError) {
    let word = try state.register(
      HostObjectType(
        name: "word", describe: { $0.a == SuiteWord.missing ? "missing" : "recorded" }))
    types.suiteWord = word
    try environment.set("missing", .object(HostObject(type: word, a: SuiteWord.missing)))
    try environment.set("recorded", .object(HostObject(type: word, a: SuiteWord.recorded)))
    try environment.set(
      "suite",
      .function(
        try announcer("suite", needs: "a table") {
          [unowned self] name, line, value in
          guard case .table = value, case .table(let table) = try plain(value) else { return false }
          session.suites.append(SuiteTable(id: name, line: line, table: table))
          return true
        }))
    try environment.set(
      "test",
      .function(
        try announcer("test", needs: "a function") {
          name, line, value in
          guard case .function(let body) = value else { return false }
          session.tests.append((FreeTest(name: name, line: line), body))
          return true
        }))
    try environment.set("expect", .function(try expecter(session)))
  }

  /// The function `word "name"`, which answers one that takes what the name is for.
  ///
  /// - Parameter add: Adds a thing; false when it was given something else.
  private func announcer(
    _ word: String, needs what: String, add: @escaping (String, Int, LuaValue) throws -> Bool
  ) throws(LuaError) -> LuaFunction {
    let example =
      word == "suite" ? "suite \"my_id\" { … }" : "test \"what it shows\" (function() … end)"
    return try state.function(word) { [unowned self] call in
      guard let suite, loadingFile != nil, requiring.isEmpty else {
        throw ScriptError(
          message: "`\(word)` works in a suite file, while it is loaded", word: word)
      }
      guard case .string(let name) = try call.argument(0), !name.isEmpty else {
        throw ScriptError(
          message: "`\(word)` needs a name", word: word, suggestion: "write `\(example)`")
      }
      let line = state.currentLine ?? 1
      suite.announced.append((word, name, line))
      return .function(
        try state.function("\(word) \"\(name)\"") { [unowned self] call in
          guard loadingFile != nil, let suite = self.suite,
            try add(name, line, try call.argument(0))
          else {
            throw ScriptError(
              message: "\(word) \"\(name)\" needs \(what)", word: word,
              suggestion: "write `\(example)`")
          }
          suite.announced.removeAll { $0 == (word, name, line) }
          return .nil
        })
    }
  }
}

extension Finding {
  fileprivate static func unfinished(
    _ word: String, _ name: String, _ line: Int, _ file: SourceFile
  ) -> Finding {
    let isSuite = word == "suite"
    return Finding(
      "suite.unfinished",
      "\(word) `\(name)` has no \(isSuite ? "table" : "function"), so it tests nothing",
      at: file.span(of: name, onLine: line) ?? file.span(ofLine: line),
      suggestion: isSuite
        ? "write `suite \"\(name)\" { … }`" : "write `test \"\(name)\" (function() … end)`")
  }
}
