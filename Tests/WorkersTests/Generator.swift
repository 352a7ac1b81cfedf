// Repeatable random values of everything that crosses the pipe.

import Catalog
import CatalogTestSupport
import DataSources
import Diagnostics
import Evaluation
import LuaRuntime
import Quantities
import Wire

@testable import Scripting
@testable import Workers

/// A small deterministic generator: the same seed gives the same values on every machine.
struct Generator: RandomNumberGenerator {
  /// What values refer to: units, instruments, texts.
  let catalog: Catalog

  private var state: UInt64

  init(seed: UInt64, catalog: Catalog) {
    state = seed
    self.catalog = catalog
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  // MARK: Plain values

  mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  mutating func flag() -> Bool { Bool.random(using: &self) }

  /// Whole numbers of every length, both signs, and the two ends.
  mutating func integer() -> Int {
    switch pick(8) {
    case 0: .min
    case 1: .max
    default: Int(truncatingIfNeeded: next()) >> pick(64)
    }
  }

  mutating func text() -> String {
    let texts = [
      "", "a", "rd_spend", "研发投入", "e\u{301}\u{0}\n", "👩‍👩‍👧", String(repeating: "长", count: 50),
    ]
    return texts[pick(texts.count)]
  }

  mutating func bytes() -> [UInt8] {
    (0..<pick(200)).map { _ in UInt8(truncatingIfNeeded: next()) }
  }

  mutating func optional<Value>(_ make: (inout Generator) -> Value) -> Value? {
    flag() ? make(&self) : nil
  }

  mutating func list<Value>(_ make: (inout Generator) -> Value) -> [Value] {
    (0..<pick(4)).map { _ in make(&self) }
  }

  // MARK: Quantities and subjects

  mutating func quantity() -> Quantity {
    var digits = Int128(truncatingIfNeeded: next()) << 63 | Int128(truncatingIfNeeded: next() >> 1)
    digits >>= pick(128)
    // Within what a decimal can hold, so that it cannot fail.
    let largest = Int128(99_999_999_999_999_999) * 1_000_000_000_000_000_000
    let decimal = try? ExactDecimal(
      coefficient: digits % largest, exponent: Int.random(in: -256...256, using: &self))
    return Quantity(
      value: decimal ?? .one, unit: catalog.units.units[pick(catalog.units.units.count)])
  }

  mutating func date() -> CalendarDate {
    let days = CalendarDate.first.dayNumber...CalendarDate.last.dayNumber
    return CalendarDate(dayNumber: Int.random(in: days, using: &self)) ?? .first
  }

  mutating func period() -> Period {
    let year = Int.random(in: 1...9999, using: &self)
    let period: Period? =
      switch pick(6) {
      case 0: Period(year: year)
      case 1: Period(year: year, half: 1 + pick(2))
      case 2: Period(year: year, quarter: 1 + pick(4))
      case 3: Period(year: year, month: 1 + pick(12))
      case 4: Period(day: date())
      default: Period(from: .first, through: date())
      }
    return period ?? Period(day: .last)
  }

  mutating func moment() -> Moment { Moment(period: period(), area: text()) }

  mutating func fieldValue() -> FieldValue {
    switch pick(9) {
    case 0: .missing
    case 1: .boolean(flag())
    case 2: .integer(Int64(integer()))
    case 3: .quantity(quantity())
    case 4: .enumeration(text())
    case 5: .text(text())
    case 6: .date(date())
    case 7: .year(integer())
    default: .area(text())
    }
  }

  mutating func subject() -> Subject {
    Subject(kind: text(), key: text(), values: list { $0.fieldValue() }, line: integer())
  }

  // MARK: Facts

  mutating func reading() -> Reading {
    let source: Reading.Source =
      switch pick(5) {
      case 0: .field
      case 1: .parameter
      case 2: .observation(series: text(), area: text(), period: period(), publishedBy: text())
      case 3: .scale(call: text())
      default: .decision
      }
    return Reading(source: source, name: text(), value: fieldValue())
  }

  mutating func side() -> ComparisonFact.Side {
    ComparisonFact.Side(quantity: quantity(), reading: optional { $0.reading() })
  }

  mutating func comparison() -> ComparisonFact {
    ComparisonFact(
      left: side(), comparator: Comparator.allCases[pick(Comparator.allCases.count)], right: side(),
      holds: flag())
  }

  mutating func gap() -> Gap {
    switch pick(5) {
    case 0: .field(text())
    case 1: .openParameter(text())
    case 2: .observation(series: text(), area: text(), period: period())
    case 3: .boundOnly(series: text(), area: text(), period: period())
    default: .decision(text())
    }
  }

  mutating func trace() -> Trace {
    Trace(
      readings: list { $0.reading() }, comparisons: list { $0.comparison() },
      gaps: list { $0.gap() })
  }

  mutating func title() -> Title { Title(zh: text(), en: text()) }

  mutating func conditionFacts() -> ConditionFacts {
    let outcomes: [Outcome] = [.met, .unmet, .unknown]
    return ConditionFacts(title: title(), outcome: outcomes[pick(3)], trace: trace())
  }

  mutating func eligibilityFacts() -> EligibilityFacts {
    EligibilityFacts(
      conditions: list { $0.conditionFacts() }, computed: optional { $0.quantity() },
      amountTrace: optional { $0.trace() })
  }

  // MARK: Definitions and findings

  mutating func span() -> SourceSpan {
    SourceSpan(
      file: SourceFile(path: text(), text: ""), line: 1 + pick(1 << 20), column: 1 + pick(1 << 20),
      length: 1 + pick(1 << 20))
  }

  mutating func validity() -> Validity {
    Validity(from: optional { $0.date() }, to: optional { $0.date() })
  }

  mutating func eligibility() -> EligibilityDefinition? {
    catalog.instruments.first.map { instrument in
      EligibilityDefinition(
        id: text(), instrument: instrument,
        conditions: list {
          EligibilityDefinition.Condition(
            title: $0.title(), span: $0.span(), function: $0.integer())
        },
        validity: validity(), span: span(), plugin: text(), replaced: optional { $0.replaced() },
        amount: optional { $0.integer() })
    }
  }

  mutating func indicator() -> IndicatorDefinition {
    IndicatorDefinition(
      id: text(), target: optional { $0.text() },
      unit: catalog.units.units[pick(catalog.units.units.count)], validity: validity(),
      span: span(), plugin: text(), replaced: optional { $0.replaced() }, function: integer())
  }

  mutating func definitions() -> Definitions {
    Definitions(
      DefinitionList(list { $0.eligibility() }.compactMap(\.self)),
      DefinitionList(list { $0.indicator() }))
  }

  mutating func replaced() -> ReplacedDefinition {
    ReplacedDefinition(plugin: text(), span: span())
  }

  mutating func failure() -> Failure {
    let kinds: [Failure.Kind] = [.findings, .couldNotRun, .limit]
    let severities: [Severity] = [.note, .warning, .error]
    return Failure(
      list {
        Finding(
          $0.text(), $0.text(), severity: severities[$0.pick(3)], at: $0.optional { $0.span() },
          notes: $0.list { $0.text() }, suggestion: $0.optional { $0.text() })
      }, kind: kinds[pick(3)])
  }

  // MARK: Inputs and chunks

  mutating func file() -> InputBytes { InputBytes(path: text(), bytes: bytes()) }

  mutating func script() -> Script { Script(path: text(), bytes: bytes()) }

  mutating func inputs() -> EvaluatorInputs {
    EvaluatorInputs(
      catalog: list { CatalogFile(path: $0.text(), bytes: $0.bytes()) },
      plugins: list {
        Plugin(
          manifest: PluginManifest(
            id: $0.text(), title: $0.title(), version: $0.text(), area: $0.text(),
            extends: $0.optional { PluginManifest.Name(id: $0.text()) }),
          scripts: $0.list { $0.script() },
          modules: $0.list { ScriptModule(name: $0.text(), script: $0.script()) },
          catalog: $0.list { CatalogFile(path: $0.text(), bytes: $0.bytes()) })
      },
      observations: optional { $0.file() }, sources: optional { $0.file() })
  }

  mutating func limits() -> LuaLimits {
    LuaLimits(memory: integer(), instructions: integer(), sourceBytes: integer())
  }

  mutating func chunk() -> Chunk {
    Chunk(path: text(), bytes: bytes(), isExpression: flag())
  }

  mutating func chunkOutcome() -> ChunkOutcome {
    let statuses = ChunkOutcome.Status.allCases
    let limits = ChunkOutcome.Limit.allCases
    return ChunkOutcome(
      status: statuses[pick(statuses.count)], limit: optional { limits[$0.pick(limits.count)] },
      value: optional { $0.text() }, message: optional { $0.text() }, log: text(),
      instructions: integer(), peakMemory: integer())
  }

  // MARK: Suites

  mutating func suiteScript() -> SuiteScript {
    SuiteScript(
      script: script(),
      modules: list { ScriptModule(name: $0.text(), script: $0.script()) })
  }

  mutating func suiteContents() -> SuiteContents {
    SuiteContents(
      suites: list { SuiteTable(id: $0.text(), line: 1 + $0.pick(999), table: $0.table(depth: 0)) },
      tests: list { FreeTest(name: $0.text(), line: 1 + $0.pick(999)) })
  }

  mutating func lines() -> [LineCoverage] {
    list {
      LineCoverage(
        path: $0.text(),
        lines: $0.list { LineCount(line: 1 + $0.pick(999), count: $0.pick(1 << 30)) })
    }
  }

  mutating func table(depth: Int) -> ScriptTable {
    ScriptTable(
      items: list { $0.scriptValue(depth: depth + 1) },
      entries: list { .init($0.text(), $0.scriptValue(depth: depth + 1)) })
  }

  mutating func scriptValue(depth: Int) -> ScriptValue {
    switch pick(depth < 4 ? 11 : 10) {
    case 0: .nothing
    case 1: .missing
    case 2: .recorded
    case 3: .boolean(flag())
    case 4: .integer(Int64(integer()))
    case 5: .number(Double(integer()) / 8)
    case 6: .text(text())
    case 7: .quantity(quantity())
    case 8: .date(date())
    case 9: .other(text())
    default: .table(table(depth: depth))
    }
  }

  // MARK: Prompts

  mutating func line() -> PromptLine {
    PromptLine(
      text: text(), name: text(), number: optional { $0.integer() }, moment: moment(),
      subject: optional { $0.subject() }, assessing: optional { $0.settings() })
  }

  mutating func settings() -> AssessmentSettings {
    AssessmentSettings(vintage: text(), method: text(), maximumAge: integer())
  }

  mutating func promptOutcome() -> PromptOutcome {
    let result: PromptOutcome.Result =
      switch pick(3) {
      case 0: .values(list { $0.promptValue(depth: 0) })
      case 1: .incomplete
      default: .failed(failure())
      }
    return PromptOutcome(
      result, log: text(),
      defined: list { PromptDefinition($0.flag() ? .eligibility : .indicator, $0.text()) },
      globals: list { PromptGlobal(name: $0.text(), kind: $0.text()) }, isKept: flag(),
      hints: list { $0.text() }, instructions: integer(), memory: integer())
  }

  mutating func promptTable(depth: Int) -> PromptTable {
    PromptTable(
      items: list { $0.promptValue(depth: depth + 1) }, count: integer(),
      entries: list { .init($0.text(), $0.promptValue(depth: depth + 1)) }, isCut: flag())
  }

  mutating func promptValue(depth: Int) -> PromptValue {
    switch pick(depth < 4 ? 18 : 17) {
    case 0: .nothing
    case 1: .boolean(flag())
    case 2: .integer(Int64(integer()))
    case 3: .number(Double(integer()) / 8)
    case 4: .text(text(), isCut: flag())
    case 5: .quantity(quantity(), optional { $0.reading() })
    case 6: .date(date())
    case 7: .moment(moment())
    case 8: .series(id: text(), area: text())
    case 9: .observations(area: text())
    case 10: .subject(subject())
    case 11: .subjects(count: integer())
    case 12: .parameters(instrument: text(), moment: moment())
    case 13: .decision(promptDecision())
    case 14: .assessment(promptAssessment())
    case 15: .function(text())
    case 16: .other(text())
    default: .table(promptTable(depth: depth))
    }
  }

  private mutating func promptDecision() -> PromptDecision {
    PromptDecision(
      eligibility: text(), subject: subject(), moment: moment(), status: text(),
      computed: optional { $0.quantity() }, amount: optional { $0.quantity() },
      payable: optional { $0.quantity() }, cappedBy: optional { $0.text() },
      met: list { $0.text() }, unmet: list { $0.text() }, unknown: list { $0.text() },
      missing: list { $0.text() }, open: list { $0.text() }, isCurrent: flag())
  }

  private mutating func promptAssessment() -> PromptAssessment {
    PromptAssessment(
      target: text(), moment: moment(), settings: settings(), status: text(),
      value: optional { $0.quantity() }, period: optional { $0.period() },
      distance: optional { $0.quantity() }, relativeDistance: optional { $0.quantity() },
      pace: optional { $0.quantity() }, missing: list { $0.text() }, isCurrent: flag())
  }

  mutating func reject() -> RejectedRow {
    RejectedRow(
      line: integer(), column: text(), value: text(),
      reason: failure().findings.first ?? Finding(text(), text()), key: optional { $0.text() })
  }

  // MARK: Damage

  /// Bytes with a few of them changed, lost, added or repeated.
  mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...pick(3) where !bytes.isEmpty {
      let position = pick(bytes.count)
      switch pick(5) {
      case 0: bytes[position] ^= 1 << UInt8(pick(8))
      case 1: bytes[position] = UInt8(truncatingIfNeeded: next())
      case 2: bytes.remove(at: position)
      case 3: bytes.insert(UInt8(truncatingIfNeeded: next()), at: position)
      default: bytes.insert(contentsOf: bytes[position...].prefix(16), at: position)
      }
    }
    return bytes
  }
}
