// A small prompt for the tests of LineEditing in a real terminal: it tells what it was given.

import Diagnostics
import Glibc
import LineEditing

/// Entries are complete when their braces are balanced; those that begin with `:` make it do things.
///
/// Usage: `LineEditingProbe [HISTORY]`
@main
enum Probe {
  static func main() {
    let history = EntryHistory(path: CommandLine.arguments.dropFirst().first)
    for problem in history.problems { print("\(problem.severity): \(problem.message)") }
    guard let editor = LineEditor(name: "probe", history: history) else {
      print("no terminal")
      exit(3)
    }
    editor.complete = Words.completions
    let prompt = getenv("PROBE_PROMPT").map { String(cString: $0) } ?? "> "
    while true {
      switch editor.read(prompt: prompt, continuation: ". ", isComplete: isComplete) {
      case .end:
        print("end")
        return
      case .interrupted: print("interrupted")
      case .text(":run"): run()
      case .text(":exit"): exit(4)
      case .text(":crash"): print([0].dropFirst()[editor.size.columns])
      case .text(":pid"): print("process \(getpid())")
      case .text(":wait"): wait()
      case .text(":size"): print("size \(editor.size.columns) \(editor.size.rows)")
      case .text(":read"): editor.whileSuspended(read)
      case .text(let text): tell(text)
      }
    }
  }

  private static func isComplete(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
    }
    return depth <= 0
  }

  private static func tell(_ text: String) {
    let count = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    let shown = text.utf8.count > 200 ? "\(text.utf8.count) bytes" : text.debugDescription
    print("entered \(count): \(shown)")
    if text.utf8.count > 200 { print("sum \(sum(text))") }
  }

  /// Depends on every byte and its place.
  private static func sum(_ text: String) -> UInt64 {
    text.utf8.reduce(0) { ($0 &* 31 &+ UInt64($1)) % 1_000_000_007 }
  }

  private static func read() {
    print("reading")
    print("read \(readLine() ?? "nothing")")
  }

  /// Works until there is a file `go` in the home folder.
  private static func wait() {
    print("waiting")
    let file = getenv("HOME").map { String(cString: $0) + "/go" } ?? "go"
    while access(file, F_OK) != 0 { usleep(1000) }
  }

  /// Runs until Ctrl-C.
  private static func run() {
    do throws(Finding) {
      let interrupt = try Interrupt()
      print("running")
      var source = pollfd(fd: interrupt.descriptor, events: Int16(POLLIN), revents: 0)
      while poll(&source, 1, -1) < 0, !interrupt.isPending { print("continued") }
      print("stopped \(interrupt.take()) \(interrupt.take())")
    } catch {
      print(error.message)
    }
  }
}
