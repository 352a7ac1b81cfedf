import LuaRuntime
import Testing

@Suite struct RandomTests {
  private let sequence = """
    local t = {}
    for i = 1, 8 do t[i] = math.random(1, 1000000) end
    return table.concat(t, " ")
    """

  @Test func theSequenceIsTheSameInEveryState() throws {
    let expected = try makeState().text(sequence)
    for _ in 0..<3 { #expect(try makeState().text(sequence) == expected) }
  }

  @Test func theHostChoosesTheSeed() throws {
    let state = try makeState()
    #expect(state.seed == 0)
    let first = try state.text(sequence)
    state.seed = 42
    let second = try state.text(sequence)
    #expect(second != first)
    #expect(try state.text(sequence) != second)
    state.seed = 42
    #expect(try state.text(sequence) == second)
    state.seed = 0
    #expect(try state.text(sequence) == first)
  }

  @Test func aScriptMaySetItsSeed() throws {
    let state = try makeState()
    let first = try state.text(sequence)
    _ = try state.run("math.randomseed(7)")
    let seeded = try state.text(sequence)
    #expect(seeded != first)
    _ = try state.run("math.randomseed(7, 0)")
    #expect(try state.text(sequence) == seeded)
    _ = try state.run("math.randomseed(7, 1)")
    #expect(try state.text(sequence) != seeded)
    _ = try state.run("math.randomseed()")
    #expect(try state.text(sequence) == first)
    #expect(try state.text("return table.concat({math.randomseed(3, 4)}, ' ')") == "3 4")
    _ = try state.run("math.randomseed(0.5)")
  }

  @Test func valuesAreInTheirRange() throws {
    let source = """
      local seen, low, high = {}, 1, 0
      for i = 1, 2000 do
        local x = math.random()
        assert(x >= 0 and x < 1 and math.type(x) == "float")
        low, high = math.min(low, x), math.max(high, x)
        local die = math.random(6)
        assert(die >= 1 and die <= 6 and math.type(die) == "integer")
        seen[die] = true
        local k = math.random(-3, 3)
        assert(k >= -3 and k <= 3)
        assert(math.random(5, 5) == 5)
        assert(math.type(math.random(math.mininteger, math.maxinteger)) == "integer")
        assert(math.type(math.random(0)) == "integer")
      end
      assert(low < 0.01 and high > 0.99)
      return #seen
      """
    #expect(try makeState().text(source) == "6")
  }

  @Test(arguments: [
    ("math.random(2, 1)", "bad argument #2 to 'random' (interval is empty)"),
    ("math.random(-1)", "bad argument #1 to 'random' (interval is empty)"),
    ("math.random(1, 2, 3)", "wrong number of arguments"),
    ("math.random(1.5)", "number has no integer representation"),
    ("math.random('x')", "number expected, got string"),
    ("math.randomseed('x')", "number expected, got string"),
  ])
  func misuseIsAnError(expression: String, message: String) throws {
    #expect(try makeState().failure("return \(expression)").message.contains(message))
  }
}
