// What a suite file says, and what became of a test in it, without anything of Lua.

public import Diagnostics

/// A suite file, and the modules that it can require.
public struct SuiteScript: Sendable {
  /// The suite file.
  public let script: Script

  /// The modules of its plugin.
  public let modules: [ScriptModule]

  /// Creates a suite file.
  public init(script: Script, modules: [ScriptModule]) {
    self.script = script
    self.modules = modules
  }
}

/// What a suite file says.
public struct SuiteContents: Sendable, Hashable {
  /// Its suites, in the order of the file.
  public let suites: [SuiteTable]

  /// Its tests in free code, in the order of the file.
  public let tests: [FreeTest]

  /// Creates contents.
  public init(suites: [SuiteTable], tests: [FreeTest]) {
    self.suites = suites
    self.tests = tests
  }
}

/// A suite as its file gives it, not yet checked: `suite "id" { … }`.
public struct SuiteTable: Sendable, Hashable {
  /// What it is about: the id of an eligibility, an indicator or a target.
  public let id: String

  /// The line it begins on.
  public let line: Int

  /// The table.
  public let table: ScriptTable

  /// Creates a suite.
  public init(id: String, line: Int, table: ScriptTable) {
    self.id = id
    self.line = line
    self.table = table
  }
}

/// A test in free code: `test "name" (function() … end)`.
public struct FreeTest: Sendable, Hashable {
  /// What it shows.
  public let name: String

  /// The line it begins on.
  public let line: Int

  /// Creates a test.
  public init(name: String, line: Int) {
    self.name = name
    self.line = line
  }
}

/// What became of a test in free code that came to an end.
public struct TestFacts: Sendable {
  /// The expectations that were not met; the test passed when there are none.
  public let failures: [Finding]

  /// What it printed.
  public let log: String

  /// Which lines of modules ran; nothing unless lines are counted.
  public let lines: [LineCoverage]

  /// Creates facts.
  public init(failures: [Finding], log: String, lines: [LineCoverage] = []) {
    self.failures = failures
    self.log = log
    self.lines = lines
  }
}
