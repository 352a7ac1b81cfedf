// What can be wrong with a store, in the words of whoever named it.

import Diagnostics
import GRDB

extension Finding {
  static func unwritable(_ path: String, _ why: String) -> Finding {
    Finding(
      "store.unwritable", "`\(path)` cannot be written: \(why.lowercased())",
      suggestion: "check that its folder exists and may be written to")
  }

  static func busy(_ path: String) -> Finding {
    Finding(
      "store.busy", "another process is writing to `\(path)`",
      suggestion: "wait until it has ended, or name another file")
  }

  static func noStore(_ path: String) -> Finding {
    Finding(
      "store.foreign", "`\(path)` is not a store of results",
      suggestion: "name another file; this one was not changed")
  }

  static func newer(_ path: String) -> Finding {
    Finding(
      "store.newer", "`\(path)` was written by a newer version of yardstick",
      suggestion: "use that version, or name another file")
  }

  static func damaged(_ path: String, _ why: String) -> Finding {
    Finding(
      "store.damaged", "`\(path)` is damaged: \(why)",
      suggestion: "remove it, and decide on the register again")
  }

  /// What SQLite says about a file.
  static func unusable(_ path: String, _ error: any Error) -> Finding {
    guard let error = error as? DatabaseError else {
      return Finding("store.unusable", "`\(path)` cannot be used: \(error)")
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: return noStore(path)
    case .SQLITE_CORRUPT: return damaged(path, "SQLite cannot read it")
    case .SQLITE_BUSY, .SQLITE_LOCKED: return busy(path)
    case .SQLITE_FULL:
      return Finding(
        "store.full", "`\(path)` cannot be written: the disk is full",
        suggestion: "make room, then repeat the command with `--resume`")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      return Finding(
        "store.unusable", "`\(path)` cannot be opened or written",
        notes: ["SQLite says: \(reason(error))"],
        suggestion: "check the file, and that its folder may be written to")
    default:
      return Finding(
        "store.unusable", "`\(path)` cannot be used: \(reason(error))",
        suggestion: "repeat the command; with `--resume` nothing that is in the store is lost")
    }
  }

  private static func reason(_ error: DatabaseError) -> String {
    error.message ?? "error \(error.extendedResultCode.rawValue)"
  }
}
