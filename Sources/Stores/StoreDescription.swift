// What a store says about the run that it holds.

/// What a run is about: everything that must be the same when it is continued, and that explains it later.
package struct StoreDescription: Sendable {
  /// Facts about the run by their names, such as `moment`.
  package var facts: [Fact]

  /// The bytes of the register before its first row.
  package var header: [UInt8]

  /// Everything that an evaluator is made from, as it goes to workers.
  package var inputs: [UInt8]

  /// The eligibilities, in the order of the columns.
  package var eligibilities: [Eligibility]

  /// Creates a description.
  package init(
    facts: [Fact], header: [UInt8], inputs: [UInt8], eligibilities: [Eligibility]
  ) {
    self.facts = facts
    self.header = header
    self.inputs = inputs
    self.eligibilities = eligibilities
  }

  /// A fact about a run.
  package struct Fact: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Something with a title in both languages.
  package struct Title: Sendable, Hashable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
      self.zh = zh
      self.en = en
    }
  }

  /// An eligibility, as it was when the run began.
  package struct Eligibility: Sendable, Hashable {
    package let id: String
    package let instrument: String
    package let clause: String
    package let title: Title
    package let conditions: [Title]

    package init(
      id: String, instrument: String, clause: String, title: Title, conditions: [Title]
    ) {
      self.id = id
      self.instrument = instrument
      self.clause = clause
      self.title = title
      self.conditions = conditions
    }
  }

  /// The value of a fact.
  package subscript(_ name: String) -> String? { facts.first { $0.name == name }?.value }
}

/// How far a run has come.
package struct StoreProgress: Sendable {
  /// How many bytes of the register were decided on, its header included.
  package var offset = 0

  /// The line that the next row begins on.
  package var line = 1

  /// How many subjects are in the store.
  package var subjects = 0

  /// The digest of the bytes that were decided on.
  package var digest = ""

  /// The totals so far, as the run has them.
  package var totals: [UInt8] = []

  /// Whether the register has no more rows.
  package var isComplete = false

  /// Creates the progress of a run that has not begun.
  package init() {}
}
