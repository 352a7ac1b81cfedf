import LuaRuntime
import Testing

@testable import Workers

@Suite struct LimitTextTests {
  @Test(arguments: [
    ("1B", 1), ("512B", 512), ("64KiB", 65_536), ("64MiB", 67_108_864), ("1GiB", 1 << 30),
    ("63GiB", 63 << 30), ("68719476735B", 68_719_476_735), ("007KiB", 7 << 10),
  ])
  func `an amount of memory is read`(_ text: String, _ bytes: Int) {
    #expect(ByteCount(argument: text)?.bytes == bytes)
  }

  @Test(arguments: [
    "", "B", "KiB", "64", "64MB", "64 MiB", "64mib", "0B", "0GiB", "-1KiB", "+1KiB", "1.5GiB",
    "64GiB", "68719476736B", "99999999999999999999B", "１KiB", "0x10B", "1_000B", "1KiBB",
  ])
  func `what is no amount of memory is refused`(_ text: String) {
    #expect(ByteCount(argument: text) == nil)
  }

  @Test(arguments: [
    ("1ms", 1), ("500ms", 500), ("3600000ms", 3_600_000), ("2s", 2000), ("3600s", 3_600_000),
    ("0.5s", 500), ("0.25s", 250), ("0.001s", 1), ("1.050s", 1050), ("02s", 2000),
  ])
  func `an amount of time is read`(_ text: String, _ milliseconds: Int) {
    #expect(TimeLimit(argument: text)?.duration == .milliseconds(milliseconds))
  }

  @Test(arguments: [
    "", "s", "ms", "2", "2 s", "2S", "0s", "0ms", "0.000s", "-1s", "-0.5s", "+2s", "1.+5s",
    "1.-5s", ".5s", "1.s", "1.0005s", "1.5.5s", "0.5ms", "3600001ms", "3600.001s", "3601s", "2m",
    "99999999999999999999s", "２s", "1e3s", "2sms",
  ])
  func `what is no amount of time is refused`(_ text: String) {
    #expect(TimeLimit(argument: text) == nil)
  }

  @Test(arguments: [
    (1, "0.001 s"), (10, "0.01 s"), (500, "0.5 s"), (1000, "1 s"), (1050, "1.05 s"),
    (10_000, "10 s"), (3_600_000, "3600 s"),
  ])
  func `a duration is shown in seconds, as short as it goes`(_ milliseconds: Int, _ text: String) {
    #expect(Duration.milliseconds(milliseconds).text == text)
  }
}
