// Subjects on the pipe to a worker.

import Quantities
package import Wire

extension FieldValue: WireValue {
  package func write(to writer: inout WireWriter) {
    switch self {
    case .missing: writer.write(tag: 0)
    case .boolean(let value):
      writer.write(tag: 1)
      writer.write(value)
    case .integer(let value):
      writer.write(tag: 2)
      writer.write(Int(value))
    case .quantity(let quantity):
      writer.write(tag: 3)
      writer.write(quantity)
    case .enumeration(let text):
      writer.write(tag: 4)
      writer.write(text)
    case .text(let text):
      writer.write(tag: 5)
      writer.write(text)
    case .date(let date):
      writer.write(tag: 6)
      writer.write(date)
    case .year(let year):
      writer.write(tag: 7)
      writer.write(year)
    case .area(let code):
      writer.write(tag: 8)
      writer.write(code)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0: self = .missing
    case 1: self = .boolean(try reader.boolean())
    case 2: self = .integer(Int64(try reader.integer()))
    case 3: self = .quantity(try reader.value())
    case 4: self = .enumeration(try reader.text())
    case 5: self = .text(try reader.text())
    case 6: self = .date(try reader.value())
    case 7: self = .year(try reader.integer())
    case 8: self = .area(try reader.text())
    default: throw WireError("a field has no such kind of value")
    }
  }
}

extension Subject: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(kind)
    writer.write(key)
    writer.write(values)
    writer.write(line)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      kind: try reader.text(), key: try reader.text(), values: try reader.list(),
      line: try reader.integer())
  }
}
