// What can become of a worker instead of an answer, and how that is told.

import Diagnostics
import Evaluation

/// Why a worker gave no answer.
enum WorkerProblem: Error {
  /// It is gone.
  case ended(WorkerEnd)
  /// It said no, and is still there.
  case refused(Failure)
}

extension WorkerEnd {
  /// What is wrong with a message that has its place elsewhere.
  static let otherQuestion = "an answer to another question"

  /// How the worker ended, after "the worker".
  var text: String {
    switch self {
    case .tookTooLong: "took too long and was stopped"
    case .signal(let signal): "was ended by signal \(signal)"
    case .exit(let code): "ended by itself with code \(code)"
    case .nonsense(let what): "answered nonsense (\(what))"
    case .notStarted(let reason): "could not be started: \(reason)"
    case .interrupted: "was interrupted"
    }
  }
}

extension Finding {
  static func workerNonsense(_ what: String) -> Finding {
    Finding("worker.nonsense", "the worker answered nonsense: \(what)")
  }

  static func workerNotStarted(_ reason: String) -> Finding {
    Finding("worker.start", "the worker process cannot be started: \(reason)")
  }

  static func interrupted(_ doing: String) -> Finding {
    Finding("worker.interrupted", "\(doing) was interrupted")
  }

  static func tookTooLong(
    _ time: Duration, _ doing: String, _ span: SourceSpan?
  ) -> Finding {
    Finding(
      "worker.time", "\(doing) took longer than \(time.text) and was stopped", at: span,
      suggestion: "look for a costly pattern or a loop that does not end, or allow more time")
  }

  static func workerEnded(
    _ end: WorkerEnd, _ doing: String, _ span: SourceSpan?
  ) -> Finding {
    Finding(
      "worker.crash", "the worker \(end.text) while \(doing)", at: span,
      notes: ["scripts run in a process of their own, so nothing else was harmed"],
      suggestion: "look for deep recursion or unusual use of coroutines in the script")
  }

  static func notIsolated(_ isolation: Isolation) -> Finding {
    Finding(
      "worker.isolation", "this kernel cannot isolate a worker completely",
      notes: isolation.missing.map { "missing: \($0)" },
      suggestion: "leave out `--require-isolation` to go on with what there is")
  }
}

extension Isolation {
  /// What is not in force.
  public var missing: [String] {
    var missing: [String] = []
    if !noNewPrivileges { missing.append("no_new_privs") }
    if !resourceLimits { missing.append("resource limits") }
    if !systemCallFilter { missing.append("the filter of system calls (seccomp)") }
    return missing
  }
}
