// Very many evaluations in one process, and what they leave behind:
// `swift run -c release Soak YARDSTICK WORKSPACE [COUNT]`.
//
// Half of the work is honest decisions in the workspace's worker; the rest is chunks of which some are hostile, and
// one in a thousand has to be killed by the clock and its worker replaced. The memory of this process and of all its
// children is shown ten times, and must level off.

import Glibc
import Yardstick

guard CommandLine.arguments.count >= 3 else {
  print("usage: Soak YARDSTICK WORKSPACE [COUNT]")
  exit(2)
}
let executable = CommandLine.arguments[1]
let count = CommandLine.arguments.dropFirst(3).first.flatMap { Int($0) } ?? 100_000

/// What a file holds, or nothing.
func read(_ path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let length = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<length], as: UTF8.self)
}

/// Resident memory of a process, in KiB.
func resident(_ process: String) -> Int {
  let pages = read("/proc/\(process)/statm").split(separator: " ").dropFirst().first
  return (pages.flatMap { Int($0) } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1024
}

/// The processes that this one has started and that are still there.
func children() -> [Substring] {
  read("/proc/self/task/\(getpid())/children").split(separator: " ")
}

/// How many descriptors this process holds.
func descriptors() -> Int {
  (0..<1024).count { fcntl(Int32($0), F_GETFD) != -1 }
}

let chunks: [(source: String, status: ChunkOutcome.Status)] = [
  ("return 6 * 7", .ok),
  ("local t = {} for i = 1, 100 do t[i] = ('x'):rep(i) end return #table.concat(t)", .ok),
  ("error('no')", .error),
  ("while true do end", .limit),
  ("local t = {} while true do t[#t + 1] = {} end", .limit),
  ("local function f() return 1 + f() end return f()", .limit),
  ("return ('x'):rep(1 << 20):find(('x*'):rep(20) .. 'y')", .limit),
  ("return coroutine.wrap(function() return string.format('%5.1f', 3.14159) end)()", .ok),
]

let workspace = try Workspace.open(CommandLine.arguments[2], scripts: .worker(executable: executable))
let fields = "introduced_year=2026,headquarters=rd,rd_spend=1200万元"
let subjects = try (0..<100).map { tens in
  try workspace.subject(given: fields.replacing("1200", with: "\(900 + 10 * tens)"), for: "rd_headquarters_grant")
}
let moment = try workspace.moment("2027")
let definitions = ["rd_headquarters_grant"]
var settings = LimitSettings()
settings.instructions = 200_000
settings.memory = ByteCount(argument: "4MiB")
let evaluator = ChunkEvaluator(limits: WorkerLimits().applying(settings), executable: executable)

settings.time = TimeLimit(argument: "50ms")
settings.instructions = .max
let impatient = ChunkEvaluator(limits: WorkerLimits().applying(settings), executable: executable)
let endless = Chunk(path: "endless", bytes: Array("while true do end".utf8))
var killed = 0

print("evaluations   this process KiB   children KiB   children   descriptors")
var done = 0
var unexpected = 0
var position = 0
var nextLine = count / 10
while done < count {
  let subject = subjects[position % subjects.count]
  for case .failure in workspace.evaluator.decide(definitions, on: subject, at: moment) { unexpected += 1 }
  done += definitions.count
  for _ in 0..<definitions.count {
    let (source, status) = chunks[position % chunks.count]
    let outcome = try evaluator.run(Chunk(path: "chunk", bytes: Array(source.utf8)))
    if outcome.status != status { unexpected += 1 }
    position += 1
    done += 1
  }
  if done / 1000 > killed {
    killed += 1
    if try impatient.run(endless).limit != .time { unexpected += 1 }
  }
  if done >= nextLine {
    nextLine += count / 10
    let processes = children()
    let memory = processes.reduce(0) { $0 + resident(String($1)) }
    print("\(done)   \(resident("self"))   \(memory)   \(processes.count)   \(descriptors())")
    fflush(nil)
  }
}
print("\(killed) workers killed and replaced; \(unexpected) unexpected outcomes")
exit(unexpected == 0 ? 0 : 1)
