// Which system calls end a locked process.

import Foundation
import Testing

@Suite("The filter of system calls", .needsFilter)
struct FilterTests {
  static let forbidden = [
    "access", "chmod", "chroot", "creat", "dup", "eventfd", "execve", "fcntl", "fork", "getcwd",
    "getrlimit", "inotify_init", "kill", "memfd_create", "mlock", "mount", "nanosleep", "open",
    "openat", "personality", "pipe", "poll", "prctl", "pread", "process_vm_readv", "ptrace",
    "readlink", "readv", "rename", "sched_setaffinity", "sendfile", "setrlimit", "setuid", "shmget",
    "socket", "socketpair", "splice", "sysinfo", "uname", "unlink", "unshare",
  ]

  @Test("ends a process that makes a call it does not need", arguments: forbidden)
  func endsProcess(function: String) async throws {
    #expect(try await ProbeProcess.end("call", function) == .signal(SIGSYS))
  }

  @Test(
    "ends a process that does more than it may",
    arguments: [
      ["create", "/tmp/not-created-by-a-locked-process"], ["process"], ["thread"],
      ["map", "\(PROT_READ | PROT_EXEC)"], ["make-executable"],
      ["read", "3"], ["write", "4"], ["signal", "\(SIGTERM)"],
      ["call", "signal", "\(SIGTERM)", "1"],
    ])
  func endsProcess(attempt: [String]) async throws {
    let (end, output) = try await ProbeProcess(attempt).ended()
    #expect(end == .signal(SIGSYS))
    #expect(output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/not-created-by-a-locked-process"))
  }

  @Test("ends a process that maps a file")
  func mappedFile() async throws {
    // Of standard input, privately and read-only.
    let end = try await ProbeProcess.end("call", "mmap", "0", "4096", "1", "2", "0", "0")
    #expect(end == .signal(SIGSYS))
  }

  @Test("ends a process that uses another calling convention")
  func otherConvention() async throws {
    // getpid, which is allowed, with the bit of the x32 convention.
    #expect(try await ProbeProcess.end("call", "syscall", "\(0x4000_0027)") == .signal(SIGSYS))
  }

  @Test(
    "answers harmless questions with a refusal",
    arguments: [["lseek"], ["ioctl"], ["fstat"], ["madvise", "0", "0", "\(MADV_WILLNEED)"]])
  func refusal(call: [String]) async throws {
    let (end, output) = try await ProbeProcess(["call"] + call).ended()
    #expect(end == .code(1))
    #expect(output == Data("\(EPERM)\n".utf8))
  }
}
