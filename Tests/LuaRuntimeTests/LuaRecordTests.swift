import LuaRuntime
import Quantities
import Testing

@Suite struct LuaRecordTests {
  private let state: LuaState
  private let record: LuaRecord

  init() throws {
    state = try makeState()
    let double = try state.function("double") { call in
      guard case .record(let record) = try call.argument(0) else { return .nil }
      return .string(record.name + record.name)
    }
    record = try LuaRecord(
      state, name: "e", fields: ["kind", "year", "rd_spend", "listed", "founded"],
      methods: [("double", double)], originBase: 100)
    try state.setGlobal("e", .record(record))
  }

  @Test func fieldsAreReadAsTheirTypes() throws {
    let type = try state.register(HostObjectType(name: "date"))
    try record.set(0, .string("研发总部"))
    try record.set(1, .integer(2027))
    try record.set(2, .quantity(quantity("1200万元")))
    try record.set(3, .boolean(false))
    try record.set(4, .object(HostObject(type: type, a: 1, b: 2)))
    let chunk = try state.load(
      "return e.kind, e.year, e.rd_spend, e.listed, e.founded", chunk: "=x")
    let values = try state.call(chunk, results: 5)
    guard case .string("研发总部") = values[0], case .integer(2027) = values[1],
      case .quantity(let spend, origin: 102) = values[2], case .boolean(false) = values[3],
      case .object(HostObject(type: type, a: 1, b: 2)) = values[4]
    else {
      Issue.record("got \(values)")
      return
    }
    #expect(spend.description == "1200万元")
  }

  @Test func theRowIsRewrittenInPlace() throws {
    let read = try state.load("return e.kind", chunk: "=x")
    for text in ["a", "a longer text than before", "", "标"] {
      try record.set(0, .string(text))
      guard case .string(text) = try state.result(of: read) else {
        Issue.record("expected \(text)")
        return
      }
    }
    try record.set(0, utf8: Array("bytes".utf8)[1...])
    #expect(try state.text("return e.kind") == "ytes")
    try record.set(0, utf8: "lazy".utf8.lazy.map { $0 })
    #expect(try state.text("return e.kind") == "lazy")
    try record.set(0, .integer(3))
    #expect(try state.text("return e.kind") == "3")
    try record.set(0, .missing)
    #expect(try state.failure("return e.kind").kind == .missing)
  }

  @Test func readingAMissingFieldIsAnErrorOfItsOwnKind() throws {
    let error = try state.failure("local x = 1\nreturn e.rd_spend >= x")
    #expect(error.kind == .missing)
    #expect(error.message == "`e.rd_spend` is missing")
    #expect(error.location?.line == 2)
    #expect(record.missingRead == [2])
  }

  @Test func aCaughtMissingFieldIsStillNoted() throws {
    try record.set(1, .integer(5))
    _ = try state.run("pcall(function() return e.rd_spend end) return e.year")
    #expect(record.missingRead == [2])
    #expect(record.fieldsRead == [1, 2])
    record.resetReads()
    #expect(record.missingRead.isEmpty)
    #expect(record.fieldsRead.isEmpty)
  }

  @Test func aMissingErrorMayBePassedOn() throws {
    let error = try state.failure(
      "local ok, message = pcall(function() return e.rd_spend end) error(message, 0)")
    #expect(error.kind == .missing)
  }

  @Test func getAnswersTheDefault() throws {
    #expect(try state.text("return e:get('year', 7)") == "7")
    #expect(try state.text("return tostring(e:get('year'))") == "nil")
    #expect(record.missingRead.isEmpty)
    #expect(record.fieldsRead == [1])
    try record.set(1, .integer(5))
    #expect(try state.text("return e:get('year', 7)") == "5")
    #expect(throws: LuaError.self) { try state.run("return e:get('nothing', 7)") }
    #expect(try state.failure("return e:get('double', 7)").message.contains("is a function"))
    #expect(try state.failure("return e.get('year', 7)").message.contains("with a colon"))
  }

  @Test func methodsGetTheRecord() throws {
    #expect(try state.text("return e:double()") == "ee")
    #expect(record.fieldsRead.isEmpty)
  }

  @Test func anUnknownFieldIsWordedByTheHost() throws {
    #expect(try state.failure("return e.spend").message == "`e` has no field `spend`")
    record.unknownKey = { LuaError("no `\($0)`; did you mean `rd_spend`?") }
    let error = try state.failure("\nreturn e.spend")
    #expect(error.message == "no `spend`; did you mean `rd_spend`?")
    #expect(error.location?.line == 2)
    #expect(try state.failure("return e[1]").message.contains("fields with names"))
    #expect(try state.failure("return e[nil]").message.contains("fields with names"))
  }

  @Test(arguments: ["e.year = 1", "e.new = 1", "e[1] = 1"])
  func aRecordIsReadOnly(source: String) throws {
    #expect(try state.failure(source).message == "`e` is read only")
    #expect(throws: LuaError.self) { try state.run("rawset(e, 'year', 1)") }
  }

  @Test func aRecordIsNotATable() throws {
    #expect(try state.failure("for k in pairs(e) do end").message.contains("cannot go through `e`"))
    #expect(throws: LuaError.self) { try state.run("return e + 1") }
    #expect(throws: LuaError.self) { try state.run("return #e") }
    #expect(throws: LuaError.self) { try state.run("e()") }
    #expect(try state.text("return tostring(e)") == "record e")
    #expect(try state.text("return e == e") == "true")
  }

  @Test func aRecordThatHasGoneCanNoLongerBeRead() throws {
    var short: LuaRecord? = try LuaRecord(state, name: "p", fields: ["rate"])
    if let short {
      try short.set(0, .integer(5))
      _ = try state.run("kept = ... return kept.rate", [.record(short)])
    }
    short = nil
    for source in ["return kept.rate", "return kept:get('rate', 1)", "kept.rate = 1"] {
      let error = try state.failure(source)
      #expect(error.message.contains("`p` was kept from an earlier call"))
    }
    guard case .other("record") = try state.global("kept") else {
      Issue.record("a retired record came out")
      return
    }
  }

  @Test func manyFieldsAreToldApart() throws {
    let names = (0..<200).map { "field_\($0)" }
    let wide = try LuaRecord(state, name: "w", fields: names)
    for position in stride(from: 0, to: 200, by: 2) {
      try wide.set(position, .integer(Int64(position)))
    }
    let chunk = try state.load(
      "local w = ... local _ = w.field_0, w.field_64, w.field_128, w.field_198 return w.field_63",
      chunk: "=wide")
    #expect(throws: LuaError.self) { try state.call(chunk, [.record(wide)]) }
    #expect(wide.fieldsRead == [0, 63, 64, 128, 198])
    #expect(wide.missingRead == [63])
  }

  @Test func twoFieldsOfOneNameAreRefused() throws {
    #expect(throws: LuaError.self) { try LuaRecord(state, name: "x", fields: ["a", "a"]) }
  }

  @Test func rowsTakeNoMemory() throws {
    let chunk = try state.load("local e = ... return e.rd_spend * quantity '5%'", chunk: "=row")
    let arguments: [LuaValue] = [.record(record)]
    let spend = try quantity("1200万元")
    for _ in 0..<20_000 {
      try record.set(2, .quantity(spend))
      _ = try state.result(of: chunk, arguments)
    }
    let before = state.peakMemory
    for _ in 0..<20_000 {
      try record.set(2, .quantity(spend))
      _ = try state.result(of: chunk, arguments)
    }
    #expect(state.peakMemory == before)
  }
}
