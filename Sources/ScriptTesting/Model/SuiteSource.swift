// A suite file, with everything that is needed to read it.

public import Diagnostics
public import Evaluation
public import Scripting

/// A suite file of a plugin.
public struct SuiteSource: Sendable {
  /// The file, and the modules that it can require.
  public let suite: SuiteScript

  /// The code of the area whose rules the plugin holds.
  public let area: String

  /// Reads a table of cases that lies beside the suite file.
  public let read: @Sendable (String, SourceSpan) throws(Failure) -> InputBytes

  /// Creates a suite file.
  public init(
    suite: SuiteScript, area: String,
    read: @escaping @Sendable (String, SourceSpan) throws(Failure) -> InputBytes
  ) {
    self.suite = suite
    self.area = area
    self.read = read
  }

  /// The path of the suite file.
  public var path: String { suite.script.path }

  /// The name of the file without folders and `_test.lua`.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(Self.ending) ? name.dropLast(Self.ending.count) : name)
  }

  /// How the name of a suite file ends.
  public static let ending = "_test.lua"
}
