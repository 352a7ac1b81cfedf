import LuaRuntime
import Quantities
import Testing

@Suite struct HostObjectTests {
  private let state: LuaState

  /// A state with the moments 2026 and 2027, whose year is the first part of their handle.
  init() throws {
    let state = try makeState()
    self.state = state
    // The id is known only after the type that makes new objects has been registered.
    var id: UInt32 = 0
    func year(_ value: LuaValue) -> Int64? {
      switch value {
      case .object(let object): Int64(object.a)
      case .integer(let integer): integer
      default: nil
      }
    }
    let moment = HostObjectType(
      name: "moment",
      index: { object, key in
        guard case .string("year") = key else { throw LuaError("a moment has only a `year`") }
        return .integer(Int64(object.a))
      },
      call: { object, arguments in .string("\(object.a) with \(arguments.count)") },
      arithmetic: { [id = 0 as UInt32] operation, left, right in
        guard operation == .subtract, let left = year(left), let right = year(right) else {
          throw LuaError("a moment has no \(operation.rawValue)")
        }
        return .object(HostObject(type: id, a: UInt32(left - right)))
      },
      compare: { operation, left, right in
        guard let left = year(left), let right = year(right) else {
          throw LuaError("a moment compares with moments")
        }
        switch operation {
        case .equal: return left == right
        case .less: return left < right
        case .lessOrEqual: return left <= right
        }
      },
      describe: { "year \($0.a)" })
    id = try state.register(moment)
    #expect(id == 0)
    try state.setGlobal("a", .object(HostObject(type: id, a: 2026)))
    try state.setGlobal("b", .object(HostObject(type: id, a: 2027, b: 5)))
    let plain = try state.register(HostObjectType(name: "token"))
    try state.setGlobal("t", .object(HostObject(type: plain, a: 1)))
    try state.setGlobal("same", .object(HostObject(type: plain, a: 1)))
    try state.setGlobal("other", .object(HostObject(type: plain, a: 1, b: 1)))
  }

  @Test(arguments: [
    ("a.year", "2026"), ("a(1, nil, nil)", "2026 with 3"), ("(b - 1).year", "2026"),
    ("a < b", "true"), ("a >= b", "false"), ("a == b", "false"), ("a < 2027", "true"),
    ("2027 <= a", "false"), ("tostring(a)", "year 2026"), ("'in ' .. a", "in year 2026"),
    ("t == same", "true"), ("t == other", "false"), ("t ~= other", "true"),
    ("tostring(t)", "token"),
    ("t == {}", "false"), ("type(t)", "token"),
  ])
  func operationsAreAnsweredByTheHost(expression: String, expected: String) throws {
    #expect(try state.text("return \(expression)") == expected)
  }

  @Test(arguments: [
    ("a.month", "a moment has only a `year`"), ("a + 1", "a moment has no +"),
    ("-a", "a moment has no negation"), ("a < 'x'", "a moment compares with moments"),
    ("a < quantity '1元'", "a moment compares with moments"),
    ("quantity '1元' - a", "a moment has no -"),
    ("quantity '1元' == a", "a moment compares with moments"),
    ("a.year + nil", "attempt to perform arithmetic on a nil value"),
    ("t.x", "a token has no fields"), ("t()", "a token cannot be called"),
    ("t + 1", "cannot add a token and 1"), ("t < t", "cannot compare a token and a token"),
    ("t == quantity '1元'", "cannot compare a token and 1元"),
    ("#t", "attempt to get length of a token value (global 't')"),
  ])
  func whatTheTypeDoesNotAnswerIsAnError(expression: String, message: String) throws {
    #expect(try state.failure("return \(expression)").message == message)
  }

  @Test func objectsAreReadOnlyAndOpaque() throws {
    #expect(try state.failure("a.year = 1").message == "a moment is read only")
    #expect(try state.failure("for k in pairs(a) do end").message.contains("cannot go through"))
  }

  @Test func anUnregisteredTypeIsAnError() throws {
    let error = try #require(throws: LuaError.self) {
      try state.setGlobal("x", .object(HostObject(type: 99)))
    }
    #expect(error.message == "the type of a host object is not registered")
  }
}
