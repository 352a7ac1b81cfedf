// What the probe can try once it is locked down.

import Glibc

/// One attempt.
enum Attempt {
  case report
  case work
  case echo
  case readDescriptor(Int32)
  case writeDescriptor(Int32)
  case createFile(String)
  case startProcess
  case startThread
  case map(protection: Int32)
  case makeExecutable
  case allocate(Int)
  case fillArrays
  case spin
  case abort
  case trap
  case print
  case signal(Int32)
  case call(function: UnsafeMutableRawPointer, arguments: [Int])

  init?(_ name: String, _ arguments: [String]) {
    let numbers = arguments.compactMap { Int($0) }
    switch (name, numbers.first) {
    case ("report", _): self = .report
    case ("work", _): self = .work
    case ("echo", _): self = .echo
    case ("read", let descriptor?): self = .readDescriptor(Int32(descriptor))
    case ("write", let descriptor?): self = .writeDescriptor(Int32(descriptor))
    case ("create", _):
      guard let path = arguments.first else { return nil }
      self = .createFile(path)
    case ("process", _): self = .startProcess
    case ("thread", _): self = .startThread
    case ("map", let protection?): self = .map(protection: Int32(protection))
    case ("make-executable", _): self = .makeExecutable
    case ("allocate", let size?): self = .allocate(size)
    case ("fill", _): self = .fillArrays
    case ("spin", _): self = .spin
    case ("abort", _): self = .abort
    case ("trap", _): self = .trap
    case ("print", _): self = .print
    case ("signal", let signal?): self = .signal(Int32(signal))
    case ("call", _):
      // Looked up before the lockdown; Swift cannot import C functions of variable arguments.
      guard let symbol = arguments.first, let function = dlsym(nil, symbol) else { return nil }
      self = .call(function: function, arguments: numbers)
    default: return nil
    }
  }

  /// Opens a pipe that holds one byte, and tells its two descriptors.
  @discardableResult
  static func openPipe() -> [Int32] {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0, write(ends[1], "x", 1) == 1 else { exit(2) }
    return ends
  }

  /// Tries it; when it failed, errno says why.
  func succeeds() -> Bool {
    switch self {
    case .report: true
    case .work: Work.succeeds()
    case .echo: Work.echoes()
    case .readDescriptor(let descriptor):
      withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) {
        read(descriptor, $0.baseAddress, 1) == 1
      }
    case .writeDescriptor(let descriptor): write(descriptor, "y", 1) == 1
    case .createFile(let path): open(path, O_CREAT | O_WRONLY, 0o600) >= 0
    case .startProcess: startsProcess()
    case .startThread: startsThread()
    case .map(let protection):
      mmap(nil, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
    case .makeExecutable:
      mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0).map {
        mprotect($0, 4096, PROT_READ | PROT_EXEC) == 0
      } ?? false
    case .allocate(let size): allocates(size)
    case .fillArrays: fillsArrays()
    case .spin: spins()
    case .abort: Glibc.abort()
    case .trap: preconditionFailure("trapped")
    case .print: prints()
    case .signal(let signal): raise(signal) == 0
    case .call(let function, let arguments): calls(function, arguments)
    }
  }

  private func startsProcess() -> Bool {
    var child = pid_t()
    errno = posix_spawn(&child, "/bin/true", nil, nil, [nil], [nil])
    return errno == 0
  }

  private func startsThread() -> Bool {
    var thread = pthread_t()
    errno = pthread_create(&thread, nil, { _ in nil }, nil)
    return errno == 0
  }

  private func prints() -> Bool {
    Swift.print("printed")
    return fflush(nil) == 0
  }

  /// Small blocks and a growing one, up to a gigabyte should nothing stop it.
  private func fillsArrays() -> Bool {
    var all: [[UInt64]] = []
    for _ in 0..<125_000 { all.append(Array(repeating: UInt64(all.count), count: 1000)) }
    return all.count == 125_000
  }

  /// Computes for some seconds; not for ever, should nothing stop it.
  private func spins() -> Bool {
    var state = UInt64(getpid())
    for _ in 0..<3_000_000_000 { state = (state ^ state >> 29) &* 6_364_136_223_846_793_005 }
    return state != 1
  }

  /// Allocates a block, and uses it so that the compiler does not leave it out.
  private func allocates(_ size: Int) -> Bool {
    guard let block = malloc(size) else { return false }
    return write(1, block, 0) == 0
  }

  private func calls(_ function: UnsafeMutableRawPointer, _ arguments: [Int]) -> Bool {
    typealias Function = @convention(c) (Int, Int, Int, Int, Int, Int) -> Int
    let call = unsafeBitCast(function, to: Function.self)
    let padded = arguments + Array(repeating: 0, count: 6)
    let result = call(padded[0], padded[1], padded[2], padded[3], padded[4], padded[5])
    // Most return a C int: the upper half says nothing.
    return Int32(truncatingIfNeeded: result) != -1
  }
}
