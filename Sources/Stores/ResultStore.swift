// A file of SQLite with the results of a register: opening it, and who may write to it.

package import Diagnostics
import GRDB
import GRDBSQLite
import Glibc

/// The results of a register in a file of SQLite.
///
/// Its bytes depend only on what was decided: there are no times, and every change of the file happens in the same
/// transactions, however often the run was interrupted in between.
package final class ResultStore {
  /// The path as the user typed it.
  package let path: String

  /// Marks a file as one of these: `YDST`.
  static let mark: Int32 = 0x5944_5354

  /// The version of the tables.
  package static let schemaVersion = 1

  let queue: DatabaseQueue

  /// Keeps other processes from writing as long as it is open.
  private let lock: Int32

  private init(path: String, queue: DatabaseQueue, lock: Int32) {
    self.path = path
    self.queue = queue
    self.lock = lock
  }

  deinit {
    // Closing any descriptor of a file drops what SQLite has locked, so SQLite goes first.
    try? queue.close()
    if lock >= 0 { Glibc.close(lock) }
  }

  /// Locks a store; false when another process keeps it locked.
  ///
  /// A process that is being started holds what its parent had open until its program runs, so that a lock
  /// may outlive whoever took it for a moment.
  private static func take(_ lock: Int32) -> Bool {
    for _ in 0..<50 {
      if flock(lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return true }
      usleep(20_000)
    }
    return false
  }

  /// Whether there is something at a path.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Opens the store at a path, or makes one.
  ///
  /// What an interrupted run has not finished writing is taken back.
  ///
  /// - Returns: the store, and whether it has no tables yet.
  /// - Throws: a ``Failure`` when another process writes to it, or it cannot be opened or is no store.
  package static func forWriting(
    _ path: String
  ) throws(Failure) -> (store: ResultStore, isNew: Bool) {
    let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw Failure(.unwritable(path, String(cString: strerror(errno)))) }
    guard take(lock) else {
      Glibc.close(lock)
      throw Failure(.busy(path))
    }
    let store: ResultStore
    do throws(Failure) {
      store = ResultStore(path: path, queue: try queue(path), lock: lock)
    } catch {
      Glibc.close(lock)
      throw error
    }
    let isNew = try store.perform { try Int.fetchOne($0, sql: "PRAGMA page_count") == 0 }
    if !isNew { try store.check() }
    return (store, isNew)
  }

  /// Opens a store to read from it.
  ///
  /// - Throws: a ``Failure`` when there is none, or it cannot be opened or is no store.
  package static func forReading(_ path: String) throws(Failure) -> ResultStore {
    guard exists(path) else {
      throw Failure(
        Finding(
          "store.missing", "there is no store `\(path)`",
          suggestion: "`yardstick decide --store \(path)` makes one"))
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.noStore(path))
    }
    let store = ResultStore(path: path, queue: try queue(path), lock: -1)
    try store.check()
    return store
  }

  /// Removes the file, for when nothing has come to be in it.
  package func remove() { unlink(path) }

  private static func queue(_ path: String) throws(Failure) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // What is deleted is overwritten: bytes that nobody reads must not depend on the past either.
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw Failure(.unusable(path, error))
    }
  }

  private func check() throws(Failure) {
    let (mark, version) = try perform { database in
      (
        try Int32.fetchOne(database, sql: "PRAGMA application_id"),
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      )
    }
    guard mark == Self.mark else { throw Failure(.noStore(path)) }
    guard version <= Self.schemaVersion else { throw Failure(.newer(path)) }
  }

  /// Does something with the database.
  ///
  /// - Throws: a ``Failure`` that says what is wrong with the file.
  func perform<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    do {
      return try queue.inDatabase(body)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.unusable(path, error))
    }
  }
}
