// What the sandbox costs: `swift run -c release SandboxCosts [YARDSTICK]`.
//
// The calls without limits are those of Lua as Debian ships it. Every pair is timed in turns in one run, and the
// medians are compared, as times on a busy machine mean little by themselves.

import StockLua
import Yardstick

/// A chunk, and how many calls of it make a sample.
struct Work {
  let name: String
  let source: String
  let calls: Int
}

let works = [
  Work(name: "nothing", source: "return 1", calls: 200_000),
  Work(
    name: "a rule: six comparisons", source: """
      local function rule(size, staff, year, spend)
        return size == "small" and staff >= 50 and year >= 2020 and spend * 5 // 100 > 1000
      end
      return rule("small", 80, 2021, 30000)
      """, calls: 100_000),
  Work(
    name: "a loop of a thousand additions", source: """
      local sum = 0
      for i = 1, 1000 do sum = sum + i % 7 end
      return sum
      """, calls: 3000),
  Work(
    name: "a hundred texts joined", source: """
      local parts = {}
      for i = 1, 100 do parts[i] = "n" .. i end
      return table.concat(parts, ",")
      """, calls: 3000),
  Work(
    name: "patterns: words of a sentence", source: """
      local n = 0
      for word in ("the quick brown fox jumps over the lazy dog"):gmatch("%a+") do n = n + #word end
      return n
      """, calls: 10_000),
  Work(
    name: "find, gsub and format", source: """
      local s = ("producer services 2027"):gsub("(%w+) (%w+)", "%2 %1")
      return s:find("producer", 1, true), string.format("%-20s|%5d|%.2f", s, 42, 3.5)
      """, calls: 10_000),
  Work(
    name: "sorting two hundred numbers", source: """
      local t = {}
      for i = 1, 200 do t[i] = (i * 7919) % 211 end
      table.sort(t)
      return t[1]
      """, calls: 500),
  Work(
    name: "pairs over fifty keys", source: """
      local t, n = {}, 0
      for i = 1, 50 do t["k" .. i] = i end
      for _, v in pairs(t) do n = n + v end
      return n
      """, calls: 2000),
]

func median(_ samples: [Double]) -> Double { samples.sorted()[samples.count / 2] }

func nanoseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e9 + Double(duration.components.attoseconds) / 1e9
}

/// A number with a fixed count of decimals, right-aligned.
func column(_ value: Double, _ width: Int, decimals: Int = 0) -> String {
  let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
  let rounded = (value * scale).rounded() / scale
  let text = decimals == 0 ? String(Int(rounded)) : String(rounded)
  return String(repeating: " ", count: max(0, width - text.count)) + text
}

func limitCosts() throws {
  print("One evaluation, in nanoseconds: with the limits, without, and the ratio of the two")
  for work in works {
    let state = try LuaState(units: .standard)
    let function = try state.load(work.source, chunk: "=work")
    var limited: [Double] = []
    var free: [Double] = []
    for _ in 0..<9 {
      let time = try ContinuousClock().measure {
        for _ in 0..<work.calls { _ = try state.result(of: function) }
      }
      limited.append(nanoseconds(time) / Double(work.calls))
      free.append(stock_lua_time(work.source, Int32(work.calls)) / Double(work.calls))
    }
    let (with, without) = (median(limited), median(free))
    let name = work.name + String(repeating: " ", count: max(0, 32 - work.name.count))
    print(name, column(with, 9), column(without, 9), column(with / without, 7, decimals: 2))
  }
}

func stateCosts() throws {
  var states: [Double] = []
  var environments: [Double] = []
  let state = try LuaState(units: .standard)
  for _ in 0..<200 {
    states.append(
      nanoseconds(try ContinuousClock().measure { _ = try LuaState(units: .standard) }))
    environments.append(
      nanoseconds(try ContinuousClock().measure { _ = try state.makeEnvironment() }))
  }
  print("\nA state: \(Int(median(states) / 1000)) µs; an environment: \(Int(median(environments) / 1000)) µs")
}

func workerCosts(_ executable: String) throws {
  var first: [Double] = []
  var next: [Double] = []
  let chunk = Chunk(path: "-e", bytes: Array("return 1".utf8))
  for _ in 0..<40 {
    let evaluator = ChunkEvaluator(limits: WorkerLimits(), executable: executable)
    first.append(nanoseconds(try ContinuousClock().measure { _ = try evaluator.run(chunk) }))
    for _ in 0..<20 {
      next.append(nanoseconds(try ContinuousClock().measure { _ = try evaluator.run(chunk) }))
    }
  }
  print(
    "A worker, to its first answer: \(Int(median(first) / 1000)) µs; a chunk after that, in a state of its own: "
      + "\(Int(median(next) / 1000)) µs")
}

try limitCosts()
try stateCosts()
if let executable = CommandLine.arguments.dropFirst().first { try workerCosts(executable) }
