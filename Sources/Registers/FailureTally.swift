// Decisions that failed, each place in a script once.

package import Diagnostics
package import Wire

/// Decisions that failed, each place in a script once, with the first subject and how many it concerned.
package struct FailureTally: Sendable {
  private struct Group {
    let failure: Failure
    let eligibility: String
    let subject: String
    var count: Int
  }

  /// The most places that are told apart; the others are counted with the last of these.
  private static let mostGroups = 100

  private var groups: [Group] = []
  private var positions: [String: Int] = [:]

  /// Creates an empty tally.
  package init() {}

  /// Whether nothing failed.
  package var isEmpty: Bool { groups.isEmpty }

  /// Notes that the decision on a subject failed.
  package mutating func add(_ failure: Failure, eligibility: String, subject: String) {
    add(Group(failure: failure, eligibility: eligibility, subject: subject, count: 1))
  }

  /// Adds another tally.
  package mutating func add(_ other: FailureTally) {
    for group in other.groups { add(group) }
  }

  private mutating func add(_ group: Group) {
    let key = group.failure.findings.map { "\($0.code) \($0.span?.place ?? $0.message)" }
      .joined(separator: "\n")
    if let known = positions[key] {
      groups[known].count += group.count
    } else if groups.count == Self.mostGroups {
      groups[groups.count - 1].count += group.count
    } else {
      positions[key] = groups.count
      groups.append(group)
    }
  }

  /// The failures, with a note on whom they concerned.
  package var failures: [Failure] {
    groups.map { group in
      let others = group.count == 1 ? "" : " and \(group.count - 1) more"
      let note = "while deciding `\(group.eligibility)` on \(group.subject)\(others)"
      return Failure(
        group.failure.findings.map { finding in
          Finding(
            finding.code, finding.message, severity: finding.severity, at: finding.span,
            notes: finding.notes + [note], suggestion: finding.suggestion)
        }, kind: group.failure.kind)
    }
  }
}

extension FailureTally: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(groups.map(\.failure))
    for group in groups {
      writer.write(group.eligibility)
      writer.write(group.subject)
      writer.write(group.count)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init()
    let failures: [Failure] = try reader.list()
    for failure in failures {
      add(
        Group(
          failure: failure, eligibility: try reader.text(), subject: try reader.text(),
          count: try reader.integer()))
    }
  }
}
