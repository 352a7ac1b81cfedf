// Facts on the pipe from a worker.

import Catalog
import DataSources
import Quantities
package import Wire

extension Moment: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(period)
    writer.write(area)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(period: try reader.value(), area: try reader.text())
  }
}

extension Outcome: WireValue {
  package func write(to writer: inout WireWriter) {
    switch self {
    case .met: writer.write(tag: 0)
    case .unmet: writer.write(tag: 1)
    case .unknown: writer.write(tag: 2)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0: self = .met
    case 1: self = .unmet
    case 2: self = .unknown
    default: throw WireError("a condition has no such outcome")
    }
  }
}

extension Reading: WireValue {
  package func write(to writer: inout WireWriter) {
    switch source {
    case .field: writer.write(tag: 0)
    case .parameter: writer.write(tag: 1)
    case .observation(let series, let area, let period, let publisher):
      writer.write(tag: 2)
      writer.write(series)
      writer.write(area)
      writer.write(period)
      writer.write(publisher)
    case .decision: writer.write(tag: 3)
    case .scale(let call):
      writer.write(tag: 4)
      writer.write(call)
    }
    writer.write(name)
    writer.write(value)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let source: Source
    switch try reader.tag() {
    case 0: source = .field
    case 1: source = .parameter
    case 2:
      source = .observation(
        series: try reader.text(), area: try reader.text(), period: try reader.value(),
        publishedBy: try reader.text())
    case 3: source = .decision
    case 4: source = .scale(call: try reader.text())
    default: throw WireError("a value has no such source")
    }
    self.init(source: source, name: try reader.text(), value: try reader.value())
  }
}

extension ComparisonFact: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(left)
    writer.write(comparator.rawValue)
    writer.write(right)
    writer.write(holds)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let left = try reader.value(Side.self)
    guard let comparator = Comparator(rawValue: try reader.text()) else {
      throw WireError("a comparison has no such comparator")
    }
    self.init(
      left: left, comparator: comparator, right: try reader.value(), holds: try reader.boolean())
  }
}

extension ComparisonFact.Side: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(quantity)
    writer.write(reading)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(quantity: try reader.value(), reading: try reader.optional())
  }
}

extension Gap: WireValue {
  package func write(to writer: inout WireWriter) {
    switch self {
    case .field(let name):
      writer.write(tag: 0)
      writer.write(name)
    case .openParameter(let name):
      writer.write(tag: 1)
      writer.write(name)
    case .observation(let series, let area, let period):
      writer.write(tag: 2)
      writer.write(series)
      writer.write(area)
      writer.write(period)
    case .boundOnly(let series, let area, let period):
      writer.write(tag: 3)
      writer.write(series)
      writer.write(area)
      writer.write(period)
    case .decision(let id):
      writer.write(tag: 4)
      writer.write(id)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0: self = .field(try reader.text())
    case 1: self = .openParameter(try reader.text())
    case 2:
      self = .observation(
        series: try reader.text(), area: try reader.text(), period: try reader.value())
    case 3:
      self = .boundOnly(
        series: try reader.text(), area: try reader.text(), period: try reader.value())
    case 4: self = .decision(try reader.text())
    default: throw WireError("nothing can be missing in such a way")
    }
  }
}

extension Trace: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(readings)
    writer.write(comparisons)
    writer.write(gaps)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      readings: try reader.list(), comparisons: try reader.list(), gaps: try reader.list())
  }
}

extension EligibilityFacts: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(conditions)
    writer.write(computed)
    writer.write(amountTrace)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      conditions: try reader.list(), computed: try reader.optional(),
      amountTrace: try reader.optional())
  }
}

extension ConditionFacts: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(title.zh)
    writer.write(title.en)
    writer.write(outcome)
    writer.write(trace)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let zh = try reader.text()
    self.init(
      title: Title(zh: zh, en: try reader.text()), outcome: try reader.value(),
      trace: try reader.value())
  }
}

extension IndicatorFacts: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(value)
    writer.write(trace)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(value: try reader.optional(), trace: try reader.value())
  }
}
