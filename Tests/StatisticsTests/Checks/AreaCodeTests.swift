// Codes of areas.

import Testing

@testable import Statistics

@Suite struct AreaCodeTests {
  @Test(arguments: [
    ("330000", AreaCode.Level.province, "330000", "330000"),
    ("330100", .prefecture, "330000", "330100"), ("330108", .county, "330000", "330100"),
    ("810000", .province, "810000", "810000"),
  ])
  func readsItsParts(text: String, level: AreaCode.Level, province: String, prefecture: String)
    throws
  {
    let code = try AreaCode(text)
    #expect(code.level == level)
    #expect(code.province == province)
    #expect(code.prefecture == prefecture)
  }

  @Test(arguments: [
    ("33010", "`33010` is no code of an area; give six digits, such as 330100"),
    ("33010a", "`33010a` is no code of an area; give six digits, such as 330100"),
    ("３３0100", "`３３0100` is no code of an area; give six digits, such as 330100"),
    ("990100", "no province has the code 99; look at the first two digits"),
    ("330008", "`330008` names a county without a prefecture; look at the third and fourth digit"),
  ])
  func refusesWhatIsNoCode(text: String, message: String) throws {
    #expect(try refusal { _ = try AreaCode(text) } == message)
  }
}
