// Findings on the pipe from a worker.

package import Wire

/// The texts that spans of a message point into, by path.
package struct SourceFiles {
  private var files: [String: SourceFile]

  /// Creates a list of texts.
  package init(_ files: [SourceFile]) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds a text, in the place of another one with its path.
  package mutating func add(_ file: SourceFile) { files[file.path] = file }

  /// The text at a path; an empty one when there is none, so that the place at least can be named.
  func file(_ path: String) -> SourceFile {
    files[path] ?? SourceFile(path: path, text: "")
  }
}

extension SourceSpan: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(file.path)
    writer.write(line)
    writer.write(column)
    writer.write(length)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let files = try reader.context(SourceFiles.self)
    let file = files.file(try reader.text())
    let line = try reader.integer()
    let column = try reader.integer()
    let length = try reader.integer()
    guard (1...Int(Int32.max)).contains(line), (1...Int(Int32.max)).contains(column),
      (1...Int(Int32.max)).contains(length)
    else { throw WireError("a place is outside every text") }
    self.init(file: file, line: line, column: column, length: length)
  }
}

extension Finding: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(code)
    writer.write(tag: severity.code)
    writer.write(message)
    writer.write(span)
    writer.write(notes)
    writer.write(suggestion)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let code = try reader.text()
    guard let severity = Severity(code: try reader.tag()) else {
      throw WireError("a finding has no such severity")
    }
    self.init(
      code, try reader.text(), severity: severity, at: try reader.optional(),
      notes: try reader.list(), suggestion: try reader.optional())
  }
}

extension Failure: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(tag: UInt8(truncatingIfNeeded: kind.rawValue))
    writer.write(findings)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    guard let kind = Kind(rawValue: Int32(try reader.tag())) else {
      throw WireError("a failure has no such kind")
    }
    self.init(try reader.list(), kind: kind)
  }
}

extension Severity {
  fileprivate var code: UInt8 {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  fileprivate init?(code: UInt8) {
    switch code {
    case 0: self = .note
    case 1: self = .warning
    case 2: self = .error
    default: return nil
    }
  }
}
