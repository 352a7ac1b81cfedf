// The parent's side of the pipe: one worker, spawned, spoken to, and killed when it takes too long.

import Diagnostics
import Glibc
import Wire

/// How a worker ended, or why it could not be spoken to.
enum WorkerEnd: Error, Equatable {
  /// It did not answer in time and was killed.
  case tookTooLong
  /// It ended with a signal.
  case signal(Int32)
  /// It ended by itself, with an exit code.
  case exit(Int32)
  /// It sent something that the protocol does not have.
  case nonsense(String)
  /// It could not be started.
  case notStarted(String)
  /// Somebody did not want to wait any longer, and it was killed.
  case interrupted
}

/// A worker process.
///
/// The worker is spawned, not forked, with an empty environment, and holds nothing of this process but one socket.
/// What it sends is not trusted. Every exchange has a deadline; whoever misses it is killed.
final class WorkerProcess {
  private static let sendFlags = Int32(MSG_NOSIGNAL) | receiveFlags
  private static let receiveFlags = Int32(MSG_DONTWAIT)

  private let process: pid_t
  private let socket: Int32

  /// A descriptor that can be read when nobody wants to wait any longer.
  private let interruption: Int32?
  private var received: [UInt8] = []
  private var isOver = false

  /// Starts the worker of an executable.
  init(
    executable: String, memory: Int, interruption: Int32? = nil
  ) throws(WorkerEnd) {
    self.interruption = interruption
    var sockets: [Int32] = [-1, -1]
    guard
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &sockets) == 0
    else { throw .notStarted(Self.reason()) }
    defer { close(sockets[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, sockets[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, sockets[1], STDOUT_FILENO)
    // A worker begins with every signal unblocked and none ignored, whatever this process does with them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // A group of its own, so that Ctrl-C in a terminal is this process's business alone.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = [
      strdup(executable), strdup("worker"), strdup("--memory"), strdup(String(memory)), nil,
    ]
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    if let path = getenv("LD_LIBRARY_PATH") {
      environment.insert(strdup("LD_LIBRARY_PATH=" + String(cString: path)), at: 0)
    }
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, executable, &actions, &attributes, &arguments, &environment)
    guard status == 0 else {
      close(sockets[0])
      throw .notStarted(String(cString: strerror(status)))
    }
    self.process = process
    socket = sockets[0]
  }

  deinit { _ = stop() }

  /// Whether it is there, and has said nothing that it was not asked.
  var isWaiting: Bool {
    guard !isOver, received.isEmpty else { return false }
    var poll = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&poll, 1, 0) == 0
  }

  /// Sends a message.
  func send(_ message: [UInt8], deadline: ContinuousClock.Instant) throws(WorkerEnd) {
    guard message.count <= WorkerProtocol.longestMessage else {
      throw .notStarted("what it would be sent has more than 256 MiB")
    }
    let header = Frame.header(message.count)
    var sent = 0
    while sent < header.count + message.count {
      try wait(for: Int16(POLLOUT), deadline)
      let count = send(header, message, from: sent)
      if count > 0 {
        sent += count
      } else if errno != EINTR, errno != EAGAIN {
        throw stop()
      }
    }
  }

  /// Sends what the socket takes of a header and a message, from a byte on.
  private func send(_ header: [UInt8], _ message: [UInt8], from start: Int) -> Int {
    header.withUnsafeBytes { header in
      message.withUnsafeBytes { message in
        var parts = [header, message].map {
          iovec(iov_base: UnsafeMutableRawPointer(mutating: $0.baseAddress), iov_len: $0.count)
        }
        let skipped = min(start, header.count)
        parts[0].iov_base = parts[0].iov_base?.advanced(by: skipped)
        parts[0].iov_len -= skipped
        parts[1].iov_base = parts[1].iov_base?.advanced(by: start - skipped)
        parts[1].iov_len -= start - skipped
        return parts.withUnsafeMutableBufferPointer { parts in
          var gathered = msghdr()
          gathered.msg_iov = parts.baseAddress
          gathered.msg_iovlen = parts.count
          return sendmsg(socket, &gathered, Self.sendFlags)
        }
      }
    }
  }

  /// Waits for the next message.
  func receive(deadline: ContinuousClock.Instant) throws(WorkerEnd) -> [UInt8] {
    while received.count < Frame.headerLength { try receiveMore(deadline) }
    guard let length = Frame.length(Array(received[..<Frame.headerLength])) else {
      _ = stop()
      throw .nonsense("a message is too long")
    }
    let early = received.dropFirst(Frame.headerLength).prefix(length)
    var problem: WorkerEnd?
    // What is still to come of a long message goes straight to its place.
    let message = [UInt8](unsafeUninitializedCapacity: length) { target, count in
      _ = target.update(fromContentsOf: early)
      count = early.count
      do throws(WorkerEnd) {
        while count < length {
          count += try receive(
            into: target.baseAddress?.advanced(by: count), length - count, deadline)
        }
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    received.removeFirst(Frame.headerLength + early.count)
    return message
  }

  private func receiveMore(_ deadline: ContinuousClock.Instant) throws(WorkerEnd) {
    var problem: WorkerEnd?
    received += [UInt8](unsafeUninitializedCapacity: 64 << 10) { target, count in
      do throws(WorkerEnd) {
        count = try receive(into: target.baseAddress, target.count, deadline)
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
  }

  /// Waits for bytes, and receives as many as are there and have room.
  private func receive(
    into room: UnsafeMutablePointer<UInt8>?, _ most: Int, _ deadline: ContinuousClock.Instant
  ) throws(WorkerEnd) -> Int {
    while true {
      try wait(for: Int16(POLLIN), deadline)
      let count = recv(socket, room, most, Self.receiveFlags)
      if count > 0 { return count }
      if count == 0 || (errno != EINTR && errno != EAGAIN) { throw stop() }
    }
  }

  /// Ends the worker, if it has not ended yet, and says how it ended.
  @discardableResult func stop() -> WorkerEnd {
    guard !isOver else { return .exit(0) }
    isOver = true
    // A worker ends when its pipe does; one that is still there after a moment is killed.
    close(socket)
    var status: Int32 = 0
    for _ in 0..<50 {
      if waitpid(process, &status, WNOHANG) == process { return Self.end(status) }
      usleep(1000)
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Self.end(status)
  }

  private func wait(
    for events: Int16, _ deadline: ContinuousClock.Instant
  ) throws(WorkerEnd) {
    while true {
      let left = deadline - .now
      guard left > .zero else {
        end()
        throw .tookTooLong
      }
      // A descriptor that is not there is left out by poll.
      var polls = [
        pollfd(fd: socket, events: events, revents: 0),
        pollfd(fd: interruption ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let milliseconds = left.milliseconds
      guard Glibc.poll(&polls, 2, Int32(clamping: milliseconds + 1)) > 0 else { continue }
      if polls[0].revents != 0 { return }
      end()
      throw .interrupted
    }
  }

  /// Kills the worker at once.
  private func end() {
    guard !isOver else { return }
    isOver = true
    kill(process, SIGKILL)
    close(socket)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  private static func end(_ status: Int32) -> WorkerEnd {
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
