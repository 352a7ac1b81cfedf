// Blocks of registers, decided in a worker; rows that end the worker are found and decided alone.

package import Diagnostics
import Evaluation
package import Registers

extension WorkerEvaluator: RegisterEvaluator {
  /// Decides on the rows of a block.
  ///
  /// Where the worker does not survive a block, each half of it goes to a worker of its own, and so on down to
  /// the rows at fault. Of these every evaluation is done by itself, so that only the one at fault fails.
  package func decide(
    _ block: RegisterBlock, asked question: RegisterQuestion
  ) throws(Failure) -> BlockResult {
    if let result = try decideAtOnce(block, asked: question) { return result }
    guard let (first, second) = block.halves else {
      return try BlockDecider(question, evaluator: self).decide(block)
    }
    var result = try decide(first, asked: question)
    try result.add(
      try decide(second, asked: question), separator: question.separator)
    return result
  }
}
