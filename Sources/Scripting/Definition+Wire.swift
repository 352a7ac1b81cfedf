// Descriptions of definitions on the pipe from a worker.

import Catalog
import Diagnostics
import Quantities
package import Wire

extension Validity: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(from)
    writer.write(to)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(from: try reader.optional(), to: try reader.optional())
  }
}

extension IndicatorDefinition: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(id)
    writer.write(target)
    writer.write(unit)
    writer.write(validity)
    writer.write(span)
    writer.write(plugin)
    writer.write(replaced)
    writer.write(function)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      id: try reader.text(), target: try reader.optional(), unit: try reader.value(),
      validity: try reader.value(), span: try reader.value(), plugin: try reader.text(),
      replaced: try reader.optional(), function: try reader.integer())
  }
}

extension ReplacedDefinition: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(plugin)
    writer.write(span)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(plugin: try reader.text(), span: try reader.value())
  }
}

extension EligibilityDefinition: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(id)
    writer.write(instrument.id)
    writer.write(conditions)
    writer.write(validity)
    writer.write(span)
    writer.write(plugin)
    writer.write(replaced)
    writer.write(amount)
  }

  /// Instruments go by their id: both sides have the catalogue.
  package init(from reader: inout WireReader) throws(WireError) {
    let id = try reader.text()
    let name = try reader.text()
    guard let instrument = try reader.context(Catalog.self).instruments[name] else {
      throw WireError("there is no instrument `\(name)`")
    }
    self.init(
      id: id, instrument: instrument, conditions: try reader.list(), validity: try reader.value(),
      span: try reader.value(), plugin: try reader.text(), replaced: try reader.optional(),
      amount: try reader.optional())
  }
}

extension EligibilityDefinition.Condition: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(title.zh)
    writer.write(title.en)
    writer.write(span)
    writer.write(function)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let zh = try reader.text()
    self.init(
      title: Title(zh: zh, en: try reader.text()), span: try reader.value(),
      function: try reader.integer())
  }
}

extension DefinitionList: WireValue where Element: WireValue {
  package func write(to writer: inout WireWriter) { writer.write(all) }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(try reader.list(of: Element.self))
  }
}
