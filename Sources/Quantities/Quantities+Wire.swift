// Quantities, days and periods on the pipe to a worker.

package import Wire

extension ExactDecimal: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(coefficient)
    writer.write(Int(exponent))
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let coefficient = try reader.wide()
    let exponent = try reader.integer()
    do {
      self = try ExactDecimal(coefficient: coefficient, exponent: exponent)
    } catch {
      throw WireError("a decimal is too large")
    }
  }
}

extension Quantity: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(value)
    writer.write(unit)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(value: try reader.value(), unit: try reader.value())
  }
}

extension Unit: WireValue {
  package func write(to writer: inout WireWriter) { writer.write(UInt64(index)) }

  /// Units go by their place in the table that both sides have.
  package init(from reader: inout WireReader) throws(WireError) {
    let index = try reader.unsigned()
    guard let index = UInt16(exactly: index),
      let unit = try reader.context(UnitTable.self).unit(at: index)
    else { throw WireError("there is no unit \(index)") }
    self = unit
  }
}

extension CalendarDate: WireValue {
  package func write(to writer: inout WireWriter) { writer.write(dayNumber) }

  package init(from reader: inout WireReader) throws(WireError) {
    guard let date = CalendarDate(dayNumber: try reader.integer()) else {
      throw WireError("a day is outside the calendar")
    }
    self = date
  }
}

extension Period: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(tag: UInt8(form.rawValue))
    writer.write(start)
    writer.write(end)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let form = Form(rawValue: Int(try reader.tag()))
    let start = try reader.value(CalendarDate.self)
    let end = try reader.value(CalendarDate.self)
    guard let form, let period = Period(checking: form, from: start, through: end) else {
      throw WireError("a period has no such form")
    }
    self = period
  }

  /// The period of a form that begins on a day; `nil` when there is none, or it ends on another day.
  package init?(checking form: Form, from start: CalendarDate, through end: CalendarDate) {
    let period: Period? =
      switch form {
      case .year: Period(year: start.year)
      case .half: Period(year: start.year, half: start.month > 6 ? 2 : 1)
      case .quarter: Period(year: start.year, quarter: (start.month + 2) / 3)
      case .month: Period(year: start.year, month: start.month)
      case .day: Period(day: start)
      case .interval: Period(from: start, through: end)
      }
    guard let period, period.form == form, period.start == start, period.end == end else {
      return nil
    }
    self = period
  }
}
