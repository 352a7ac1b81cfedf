// Rows that could not be read, on the pipe from a worker.

import Diagnostics
package import Wire

extension RejectedRow: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(line)
    writer.write(column)
    writer.write(value)
    writer.write(reason)
    writer.write(key)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      line: try reader.integer(), column: try reader.text(), value: try reader.text(),
      reason: try reader.value(), key: try reader.optional())
  }
}
