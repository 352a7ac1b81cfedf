// A register that is read while it is decided on, and need not fit in memory.

public import DataSources
import Databases
import Diagnostics
import Foundation

/// A register that is read while it is decided on.
public final class RegisterFile {
  /// The path as the user would type it; `<stdin>` for the standard input.
  public let path: String

  /// How its rows are written, once they are read.
  public let format: RowFormat

  /// Its rows, in UTF-8.
  private(set) var source: any ByteSource

  /// Opens a register.
  ///
  /// - Throws: a ``Failure`` when it cannot be read as it is said to be written.
  init(_ path: String, reading: RegisterReading, namedAt span: SourceSpan? = nil) throws(Failure) {
    self.path = path == "-" ? "<stdin>" : path
    let file = DescriptorSource(
      path: self.path,
      descriptor: try InputFile.open(path, purpose: "the subjects", namedAt: span))
    let format = reading.format(of: path, beginning: file.beginning)
    try reading.check(self.path, format, at: span)
    self.format = format == .jsonl ? .jsonl : .csv
    if format == .sqlite {
      if path == "-" || file.size == nil {
        throw Failure(
          Finding(
            "database.not-a-file", "a database cannot be read through a pipe", at: span,
            suggestion: "name its file"))
      }
      source = try DatabaseSource(path: path, table: reading.table, query: reading.query)
    } else if let encoding = reading.encoding, encoding != .utf8 {
      source = try TranscodedSource(file, path: self.path, encoding: encoding)
    } else {
      source = file
    }
  }

  /// The file that its rows lie in just as they are read, if there is one.
  var descriptor: Int32? {
    guard let file = source as? DescriptorSource, file.size != nil else { return nil }
    return file.descriptor
  }

  /// How many bytes its rows have, where that is known before they are read.
  public var size: Int? { (source as? DescriptorSource)?.size }

  /// All rows that are left.
  func rest() throws(Failure) -> [UInt8] { try source.rest() }

  /// Copies rows that do not lie in a file as they are read to one without a name, to read them twice.
  func makeRereadable() throws(Failure) {
    if descriptor != nil { return }
    var template = Array((NSTemporaryDirectory() + "/yardstick-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw full }
    let file = DescriptorSource(path: path, descriptor: descriptor)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    try source.forEachPart { part throws(Failure) in
      var done = 0
      while done < part.count {
        let put = write(descriptor, part.baseAddress?.advanced(by: done), part.count - done)
        if put < 0, errno == EINTR { continue }
        guard put > 0 else { throw full }
        done += put
      }
    }
    lseek(descriptor, 0, SEEK_SET)
    source = file
  }

  private var full: Failure {
    Failure(
      Finding(
        "file.temporary", "the register cannot be kept while it is read",
        suggestion: "make room in the folder of temporary files"))
  }
}

extension DescriptorSource {
  /// How many bytes there are; `nil` for what comes through a pipe.
  fileprivate var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The next bytes of a file, which stay unread; none of what comes through a pipe.
  fileprivate var beginning: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, 16, lseek(descriptor, 0, SEEK_CUR)))
    }
  }
}
