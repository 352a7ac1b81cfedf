// Chunks and their outcomes on the pipe to and from a worker.

package import Wire

extension Chunk: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(path)
    writer.write(bytes)
    writer.write(isExpression)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      path: try reader.text(), bytes: try reader.data(), isExpression: try reader.boolean())
  }
}

extension ChunkOutcome: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(status.rawValue)
    writer.write(limit?.rawValue)
    writer.write(value)
    writer.write(message)
    writer.write(log)
    writer.write(instructions)
    writer.write(peakMemory)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let status = Status(rawValue: try reader.text())
    let limit = try reader.optional(String.self)
    guard let status else { throw WireError("a chunk has no such status") }
    self.init(
      status: status, limit: limit.flatMap(Limit.init), value: try reader.optional(),
      message: try reader.optional(), log: try reader.text(), instructions: try reader.integer(),
      peakMemory: try reader.integer())
  }
}
