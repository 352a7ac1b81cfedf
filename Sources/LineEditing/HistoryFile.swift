// The file of a history, which several sessions may write at once.

import Diagnostics
import Glibc

/// A file of entries.
///
/// Writers hold a lock (flock) for the moment they append. The file grows to twice the limit before a
/// session that starts shortens it, by renaming a new file over it.
struct HistoryFile {
  /// Longer entries, in bytes, are not written: they are pasted data, and would slow every start down.
  static let longestEntry = 64 << 10
  /// Of a larger file only the end is read, in bytes.
  static let mostRead = 16 << 20

  private let path: String

  /// Names a file, which need not be there; a symbolic link is followed now.
  init(path: String) {
    guard let resolved = realpath(path, nil) else {
      self.path = path
      return
    }
    self.path = String(cString: resolved)
    free(resolved)
  }

  /// The newest entries, oldest first, and what was left out.
  func load(limit: Int) throws(Finding) -> (entries: [String], problem: Finding?) {
    guard let file = try open(O_RDONLY) else { return ([], nil) }
    defer { close(file) }
    let lines = try lines(of: file)
    let texts = lines.map { String(validating: $0, as: UTF8.self) }
    let entries = texts.compactMap { $0.map(HistoryText.entry) }
    if lines.count > limit * 2 { shorten(to: limit) }
    let broken = texts.count { $0 == nil }
    return (entries.suffix(limit), broken == 0 ? nil : notText(broken))
  }

  /// Writes an entry behind those that are there.
  func append(_ entry: String) throws(Finding) {
    let line = Array(HistoryText.line(of: entry).utf8)
    guard line.count <= Self.longestEntry else { return }
    makeFolder()
    guard let file = try openLocked(O_RDWR | O_APPEND | O_CREAT) else { return }
    defer { close(file) }
    // A session that was killed while it wrote may have left half a line.
    let begin: [UInt8] = endsInLine(file) ? [] : [0x0A]
    try write(begin + line + [0x0A], to: file)
  }

  // MARK: Reading

  private func lines(of file: Int32) throws(Finding) -> [ArraySlice<UInt8>] {
    let size = Int(lseek(file, 0, SEEK_END))
    let start = max(0, size - Self.mostRead)
    lseek(file, off_t(start), SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0 { throw problem("read") }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return Array(bytes.split(separator: 0x0A).dropFirst(start > 0 ? 1 : 0))
  }

  private func endsInLine(_ file: Int32) -> Bool {
    var last: UInt8 = 0
    let size = lseek(file, 0, SEEK_END)
    return size <= 0 || pread(file, &last, 1, size - 1) != 1 || last == 0x0A
  }

  // MARK: Writing

  /// Keeps the newest entries only.
  ///
  /// Where that fails, the file is merely longer than it need be.
  private func shorten(to limit: Int) {
    guard let file = try? openLocked(O_RDONLY) else { return }
    defer { close(file) }
    // Read again: another session may have shortened it, or written.
    guard let lines = try? lines(of: file), lines.count > limit * 2 else { return }
    let new = path + ".new"
    unlink(new)
    let target = Glibc.open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { return }
    let kept = lines.suffix(limit).flatMap { $0 + [0x0A] }
    let isWritten = (try? write(kept, to: target)) != nil && fsync(target) == 0
    close(target)
    if !isWritten || rename(new, path) != 0 { unlink(new) }
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws(Finding) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { throw problem("written") }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Makes the folders that the file lies in; that one cannot be made shows when the file is opened.
  private func makeFolder() {
    var index = path.startIndex
    while let slash = path[index...].dropFirst().firstIndex(of: "/") {
      mkdir(String(path[..<slash]), 0o700)
      index = slash
    }
  }

  // MARK: Opening

  /// Opens the file; nil where there is none.
  private func open(_ flags: Int32) throws(Finding) -> Int32? {
    // Without O_NONBLOCK, opening a pipe would wait for its other end.
    let file = Glibc.open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o600)
    if file < 0, errno == ENOENT, flags & O_CREAT == 0 { return nil }
    guard file >= 0 else { throw problem("opened") }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw Finding(
        "history.file", "the history `\(path)` is no regular file", severity: .warning)
    }
    return file
  }

  /// Opens the file and locks it, whoever renames another one over it meanwhile.
  private func openLocked(_ flags: Int32) throws(Finding) -> Int32? {
    while let file = try open(flags) {
      // Where the file system has no locks, writing in one piece is all that can be done.
      while flock(file, LOCK_EX) != 0, errno == EINTR {}
      var opened = stat()
      var named = stat()
      let isSame =
        fstat(file, &opened) == 0 && stat(path, &named) == 0
        && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
      if isSame { return file }
      close(file)
    }
    return nil
  }

  // MARK: Problems

  private func problem(_ action: String) -> Finding {
    Finding(
      "history.file",
      "the history `\(path)` cannot be \(action): \(String(cString: strerror(errno)))",
      severity: .warning, notes: ["what you enter is remembered until you leave"])
  }

  private func notText(_ count: Int) -> Finding {
    let lines = count == 1 ? "1 line" : "\(count) lines"
    return Finding(
      "history.not-utf8", "\(lines) of the history `\(path)` left out: not UTF-8 text",
      severity: .warning)
  }
}
