import LuaRuntime
import Testing
import Workers

@Suite struct WorkerLimitsTests {
  @Test func `an evaluation may take ten seconds unless another time is set`() {
    let limits = WorkerLimits()
    #expect(limits.lua == LuaLimits())
    #expect(limits.wallTime == .seconds(10))
    #expect(!limits.requiresIsolation)
  }

  @Test func `settings replace what they name`() {
    var settings = LimitSettings()
    settings.memory = ByteCount(argument: "8MiB")
    settings.instructions = 5000
    settings.time = TimeLimit(argument: "250ms")
    settings.source = ByteCount(argument: "1KiB")
    settings.requiresIsolation = true
    let limits = WorkerLimits().applying(settings)
    #expect(limits.lua == LuaLimits(memory: 8 << 20, instructions: 5000, sourceBytes: 1024))
    #expect(limits.wallTime == .milliseconds(250))
    #expect(limits.requiresIsolation)
  }

  @Test func `settings leave the rest as it is`() {
    let strict = WorkerLimits(
      lua: LuaLimits(memory: 1 << 20, instructions: 1000, sourceBytes: 100),
      wallTime: .seconds(1), requiresIsolation: true)
    #expect(strict.applying(LimitSettings()) == strict)
    var settings = LimitSettings()
    settings.instructions = 2000
    var expected = strict
    expected.lua.instructions = 2000
    #expect(strict.applying(settings) == expected)
  }

  @Test func `later settings win over earlier ones`() {
    var workspace = LimitSettings()
    workspace.memory = ByteCount(argument: "8MiB")
    workspace.instructions = 5000
    var command = LimitSettings()
    command.memory = ByteCount(argument: "16MiB")
    let limits = WorkerLimits().applying(workspace).applying(command)
    #expect(limits.lua.memory == 16 << 20)
    #expect(limits.lua.instructions == 5000)
  }
}
