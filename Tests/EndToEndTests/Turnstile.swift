// Tests run all at once; what they start must not.

/// Lets only so many pieces of work go on at a time, in the order in which they come.
///
/// Every process costs this one some descriptors, and with more than a thousand of them open
/// Foundation's `Process` crashes.
actor Turnstile {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { free = places }

  /// Waits for a place.
  func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Gives a place back, to whoever has waited longest.
  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
