// Ctrl-C while something runs.

import CLineEditing
public import Diagnostics
import Glibc

/// Catches Ctrl-C (SIGINT) as long as it lives, so that it stops what runs and not the process.
///
/// Whoever waits for something else polls ``descriptor`` along with it; whoever computes looks at
/// ``isPending`` now and then. When the last one goes, the former handler is back. An open
/// ``LineEditor`` catches too, and takes an interrupt that is still waiting as Ctrl-C at its prompt.
///
/// ```swift
/// let interrupt = try Interrupt()
/// while !isDone {
///   if interrupt.take() { stop() }
/// }
/// ```
public struct Interrupt: ~Copyable {
  /// Starts to catch, with none waiting.
  public init() throws(Finding) {
    guard yse_interrupts_catch() else {
      throw Finding(
        "terminal.interrupt", "Ctrl-C cannot be caught: \(String(cString: strerror(errno)))")
    }
  }

  deinit { yse_interrupts_release() }

  /// Readable while an interrupt is waiting; for poll(2) only, never read from it.
  public var descriptor: Int32 { yse_interrupts_descriptor() }

  /// Whether an interrupt is waiting.
  public var isPending: Bool { yse_interrupt_waits() }

  /// Takes the waiting interrupt away; whether there was one.
  public func take() -> Bool { Self.takeWaiting() }

  /// Takes the waiting interrupt away, for whoever has no ``Interrupt`` at hand; whether there was one.
  @discardableResult public static func takeWaiting() -> Bool { yse_interrupt_take() }
}
