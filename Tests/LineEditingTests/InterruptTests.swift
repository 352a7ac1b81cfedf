// Ctrl-C while something runs.

import Foundation
import Testing

@testable import LineEditing

@Suite("An interrupt", .serialized)
struct InterruptTests {
  private func isReadable(_ descriptor: Int32, within milliseconds: Int32 = 0) -> Bool {
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, milliseconds) == 1 && source.revents & Int16(POLLIN) != 0
  }

  /// Sends Ctrl-C to this process, and waits until one of its threads got it.
  private func interrupt(seenBy interrupt: borrowing Interrupt) {
    kill(getpid(), SIGINT)
    let isSeen = isReadable(interrupt.descriptor, within: 30_000)
    #expect(isSeen)
  }

  private var handlerIsDefault: Bool {
    var action = sigaction()
    return sigaction(SIGINT, nil, &action) == 0
      && unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 0
  }

  /// Looks in both ways; an interrupt itself cannot be copied into an expectation.
  private func expect(
    _ interrupt: borrowing Interrupt, waits: Bool, at place: SourceLocation = #_sourceLocation
  ) {
    let seen = [interrupt.isPending, isReadable(interrupt.descriptor)]
    #expect(seen == [waits, waits], sourceLocation: place)
  }

  @Test("is seen, polled and taken once")
  func taken() throws {
    let interrupt = try Interrupt()
    expect(interrupt, waits: false)
    self.interrupt(seenBy: interrupt)
    expect(interrupt, waits: true)
    let takes = [interrupt.take(), interrupt.take()]
    #expect(takes == [true, false])
    expect(interrupt, waits: false)
  }

  @Test("has its former handler back when the last one goes")
  func restored() throws {
    #expect(handlerIsDefault)
    do {
      let outer = try Interrupt()
      do {
        let inner = try Interrupt()
        expect(inner, waits: false)
      }
      #expect(!handlerIsDefault)
      interrupt(seenBy: outer)
      expect(outer, waits: true)
    }
    #expect(handlerIsDefault)
    let next = try Interrupt()
    expect(next, waits: false)
  }
}
