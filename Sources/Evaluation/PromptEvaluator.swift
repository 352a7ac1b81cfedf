// What runs the lines of a prompt.

public import DataSources
public import Diagnostics
public import Scripting
package import Wire

/// An evaluator that also runs the lines of a prompt, one after another in one session.
///
/// A line sees everything that the lines before it have set up. What it defines joins ``Evaluator/eligibilities``
/// and ``Evaluator/indicators`` at once, in the place of definitions of the same id.
public protocol PromptEvaluator: SuiteEvaluator {
  /// A number that changes when everything is lost that lines have set up, subjects included.
  ///
  /// That happens when the scripts' process ends, during a line or any other evaluation. The next line finds
  /// a new session; to go on, load the subjects and run the lines again.
  var session: Int { get }

  /// Runs a line.
  ///
  /// - Throws: a ``Failure`` when the scripts' process was lost or cannot be had. Anything that is wrong with
  ///   the line itself is an outcome.
  func run(_ line: PromptLine) throws(Failure) -> PromptOutcome

  /// Loads the subjects of a register, which take the place of those loaded before.
  ///
  /// - Parameters:
  ///   - subjects: The register.
  ///   - format: How its rows are written.
  ///   - kind: The id of the kind of its subjects.
  /// - Throws: a ``Failure`` when the register as a whole cannot be read.
  func load(
    subjects: InputBytes, format: RowFormat, kind: String
  ) throws(Failure) -> LoadedSubjects
}

/// What became of the rows of a register.
public struct LoadedSubjects: Sendable {
  /// How many subjects were read.
  public let count: Int

  /// The rows that could not be read.
  public let rejects: [RejectedRow]

  /// Creates a count.
  public init(count: Int, rejects: [RejectedRow]) {
    self.count = count
    self.rejects = rejects
  }
}

extension LoadedSubjects: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(count)
    writer.write(rejects)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(count: try reader.integer(), rejects: try reader.list())
  }
}
