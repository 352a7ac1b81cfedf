// Lines of a prompt, and what they answer, on the pipe to a worker and back.

import DataSources
import Diagnostics
import Quantities
package import Wire

extension PromptLine: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(text)
    writer.write(name)
    writer.write(number)
    writer.write(moment)
    writer.write(subject)
    writer.write(assessing)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      text: try reader.text(), name: try reader.text(), number: try reader.optional(),
      moment: try reader.value(), subject: try reader.optional(),
      assessing: try reader.optional())
  }
}

extension AssessmentSettings: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(vintage)
    writer.write(method)
    writer.write(maximumAge)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      vintage: try reader.text(), method: try reader.text(), maximumAge: try reader.integer())
  }
}

extension PromptOutcome: WireValue {
  package func write(to writer: inout WireWriter) {
    switch result {
    case .values(let values):
      writer.write(tag: 0)
      writer.write(values)
    case .incomplete: writer.write(tag: 1)
    case .failed(let failure):
      writer.write(tag: 2)
      writer.write(failure)
    }
    writer.write(log)
    writer.write(defined)
    writer.write(globals)
    writer.write(isKept)
    writer.write(hints)
    writer.write(instructions)
    writer.write(memory)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let result: Result
    switch try reader.tag() {
    case 0: result = .values(try reader.list())
    case 1: result = .incomplete
    case 2: result = .failed(try reader.value())
    default: throw WireError("a line has no such end")
    }
    self.init(
      result, log: try reader.text(), defined: try reader.list(), globals: try reader.list(),
      isKept: try reader.boolean(), hints: try reader.list(), instructions: try reader.integer(),
      memory: try reader.integer())
  }
}

extension PromptDefinition: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(kind.rawValue)
    writer.write(id)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    guard let kind = Kind(rawValue: try reader.text()) else {
      throw WireError("a definition has no such kind")
    }
    self.init(kind, try reader.text())
  }
}

extension PromptGlobal: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(name)
    writer.write(kind)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(name: try reader.text(), kind: try reader.text())
  }
}

extension PromptTable: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(items)
    writer.write(count)
    writer.write(entries)
    writer.write(isCut)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self = try reader.nested { reader throws(WireError) in
      PromptTable(
        items: try reader.list(), count: try reader.integer(), entries: try reader.list(),
        isCut: try reader.boolean())
    }
  }
}

extension PromptTable.Entry: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(key)
    writer.write(value)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(try reader.text(), try reader.value())
  }
}

extension PromptDecision: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(eligibility)
    writer.write(subject)
    writer.write(moment)
    writer.write(status)
    writer.write(computed)
    writer.write(amount)
    writer.write(payable)
    writer.write(cappedBy)
    writer.write(met)
    writer.write(unmet)
    writer.write(unknown)
    writer.write(missing)
    writer.write(open)
    writer.write(isCurrent)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      eligibility: try reader.text(), subject: try reader.value(), moment: try reader.value(),
      status: try reader.text(), computed: try reader.optional(), amount: try reader.optional(),
      payable: try reader.optional(), cappedBy: try reader.optional(), met: try reader.list(),
      unmet: try reader.list(), unknown: try reader.list(), missing: try reader.list(),
      open: try reader.list(), isCurrent: try reader.boolean())
  }
}

extension PromptAssessment: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(target)
    writer.write(moment)
    writer.write(settings)
    writer.write(status)
    writer.write(value)
    writer.write(period)
    writer.write(distance)
    writer.write(relativeDistance)
    writer.write(pace)
    writer.write(missing)
    writer.write(isCurrent)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      target: try reader.text(), moment: try reader.value(), settings: try reader.value(),
      status: try reader.text(), value: try reader.optional(), period: try reader.optional(),
      distance: try reader.optional(), relativeDistance: try reader.optional(),
      pace: try reader.optional(), missing: try reader.list(), isCurrent: try reader.boolean())
  }
}

extension PromptValue: WireValue {
  package func write(to writer: inout WireWriter) {
    switch self {
    case .nothing: writer.write(tag: 0)
    case .boolean(let value):
      writer.write(tag: 1)
      writer.write(value)
    case .integer(let value):
      writer.write(tag: 2)
      writer.write(Int(value))
    case .number(let value):
      writer.write(tag: 3)
      writer.write(value.bitPattern)
    case .text(let text, let isCut):
      writer.write(tag: 4)
      writer.write(text)
      writer.write(isCut)
    case .quantity(let quantity, let reading):
      writer.write(tag: 5)
      writer.write(quantity)
      writer.write(reading)
    case .date(let date):
      writer.write(tag: 6)
      writer.write(date)
    case .moment(let moment):
      writer.write(tag: 7)
      writer.write(moment)
    case .series(let id, let area):
      writer.write(tag: 8)
      writer.write(id)
      writer.write(area)
    case .observations(let area):
      writer.write(tag: 9)
      writer.write(area)
    case .subject(let subject):
      writer.write(tag: 10)
      writer.write(subject)
    case .subjects(let count):
      writer.write(tag: 11)
      writer.write(count)
    case .parameters(let instrument, let moment):
      writer.write(tag: 12)
      writer.write(instrument)
      writer.write(moment)
    case .decision(let decision):
      writer.write(tag: 13)
      writer.write(decision)
    case .assessment(let assessment):
      writer.write(tag: 14)
      writer.write(assessment)
    case .table(let table):
      writer.write(tag: 15)
      writer.write(table)
    case .function(let words):
      writer.write(tag: 16)
      writer.write(words)
    case .other(let words):
      writer.write(tag: 17)
      writer.write(words)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0: self = .nothing
    case 1: self = .boolean(try reader.boolean())
    case 2: self = .integer(Int64(try reader.integer()))
    case 3: self = .number(Double(bitPattern: try reader.unsigned()))
    case 4: self = .text(try reader.text(), isCut: try reader.boolean())
    case 5: self = .quantity(try reader.value(), try reader.optional())
    case 6: self = .date(try reader.value())
    case 7: self = .moment(try reader.value())
    case 8: self = .series(id: try reader.text(), area: try reader.text())
    case 9: self = .observations(area: try reader.text())
    case 10: self = .subject(try reader.value())
    case 11: self = .subjects(count: try reader.integer())
    case 12: self = .parameters(instrument: try reader.text(), moment: try reader.value())
    case 13: self = .decision(try reader.value())
    case 14: self = .assessment(try reader.value())
    case 15: self = .table(try reader.value())
    case 16: self = .function(try reader.text())
    case 17: self = .other(try reader.text())
    default: throw WireError("a line has no such value")
    }
  }
}
