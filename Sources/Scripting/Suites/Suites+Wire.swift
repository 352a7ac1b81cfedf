// What suite files say on the pipe from a worker.

import Diagnostics
package import LuaRuntime
import Quantities
package import Wire

extension SuiteContents: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(suites)
    writer.write(tests)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(suites: try reader.list(), tests: try reader.list())
  }
}

extension SuiteTable: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(id)
    writer.write(line)
    writer.write(table)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(id: try reader.text(), line: try reader.line(), table: try reader.value())
  }
}

extension FreeTest: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(name)
    writer.write(line)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(name: try reader.text(), line: try reader.line())
  }
}

extension TestFacts: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(failures)
    writer.write(log)
    writer.write(lines)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(failures: try reader.list(), log: try reader.text(), lines: try reader.list())
  }
}

extension LineCoverage: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(path)
    writer.write(lines)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(path: try reader.text(), lines: try reader.list())
  }
}

extension LineCount: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(line)
    writer.write(count)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let line = try reader.line()
    let count = try reader.integer()
    // Counts of several workers are added up.
    guard (0...Int(Int32.max)).contains(count) else { throw WireError("a count is out of range") }
    self.init(line: line, count: count)
  }
}

extension ScriptTable: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(items)
    writer.write(entries)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self = try reader.nested { reader throws(WireError) in
      ScriptTable(items: try reader.list(), entries: try reader.list())
    }
  }
}

extension ScriptTable.Entry: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(key)
    writer.write(value)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(try reader.text(), try reader.value())
  }
}

extension ScriptValue: WireValue {
  package func write(to writer: inout WireWriter) {
    switch self {
    case .nothing: writer.write(tag: 0)
    case .missing: writer.write(tag: 1)
    case .recorded: writer.write(tag: 2)
    case .boolean(let value):
      writer.write(tag: 3)
      writer.write(value)
    case .integer(let value):
      writer.write(tag: 4)
      writer.write(Int(value))
    case .number(let value):
      writer.write(tag: 5)
      writer.write(value.bitPattern)
    case .text(let text):
      writer.write(tag: 6)
      writer.write(text)
    case .quantity(let quantity):
      writer.write(tag: 7)
      writer.write(quantity)
    case .date(let date):
      writer.write(tag: 8)
      writer.write(date)
    case .table(let table):
      writer.write(tag: 9)
      writer.write(table)
    case .other(let words):
      writer.write(tag: 10)
      writer.write(words)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    switch try reader.tag() {
    case 0: self = .nothing
    case 1: self = .missing
    case 2: self = .recorded
    case 3: self = .boolean(try reader.boolean())
    case 4: self = .integer(Int64(try reader.integer()))
    case 5: self = .number(Double(bitPattern: try reader.unsigned()))
    case 6: self = .text(try reader.text())
    case 7: self = .quantity(try reader.value())
    case 8: self = .date(try reader.value())
    case 9: self = .table(try reader.value())
    case 10: self = .other(try reader.text())
    default: throw WireError("there is no such kind of data")
    }
  }
}

extension WireReader {
  /// A line of a text, from 1.
  fileprivate mutating func line() throws(WireError) -> Int {
    let line = try integer()
    guard (1...Int(Int32.max)).contains(line) else {
      throw WireError("a line is outside every text")
    }
    return line
  }
}
