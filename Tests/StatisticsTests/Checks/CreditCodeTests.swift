// 统一社会信用代码.

import Testing

@testable import Statistics

@Suite struct CreditCodeTests {
  /// The worked example that copies of GB 32100-2015 carry: the sum 1640 leaves 28 when divided by
  /// 31, so the check character is 3. (The copies give the code a final Z, which is not in the
  /// set.)
  @Test func followsTheWorkedExample() {
    let code = CreditCode("91350100M000100Y43")
    #expect(code.status == .valid)
    #expect(code.problem == nil)
    #expect(code.expected == "3")
    #expect(code.area == "350100")
    #expect(code.organisation == "M000100Y4")
  }

  @Test func doubtsAWrongCheckCharacter() {
    let code = CreditCode("91350100M000100Y44")
    #expect(code.status == .doubtful)
    #expect(code.problem == "the last character is `4`, and the others call for `3`")
    #expect(code.expected == "3")
  }

  @Test func doubtsAWrongOrganisationCode() {
    // Where the organisation code is wrong, the last character may be right for it.
    let wrong = CreditCode("91350100M000100Y5" + (CreditCode("91350100M000100Y50").expected ?? ""))
    #expect(wrong.status == .doubtful)
    #expect(
      wrong.problem
        == "the organisation code `M000100Y5` ends with `5`, and its other characters call for `4`")
  }

  @Test(arguments: [
    ("91350100M000100Y4", "a code has 18 characters, and this one has 17"),
    ("", "a code has 18 characters, and this one has 0"),
    (
      "91350100M000100Y4Z",
      "character 18 is `Z`, where a digit or capital letter belongs (not I, O, S, V or Z)"
    ),
    (
      "9135O100M000100Y43",
      "character 5 is `O`, where a digit of the area belongs (not I, O, S, V or Z)"
    ),
    ("91350100m000100Y43", "character 9 is `m`, where a digit or capital letter belongs"),
    ("９1350100M000100Y43", "character 1 is `９`, where a digit or capital letter belongs"),
  ])
  func rejectsWhatIsNoCode(text: String, problem: String) {
    let code = CreditCode(text)
    #expect(code.status == .invalid)
    #expect(code.problem == problem)
    #expect(code.expected == nil)
  }

  /// Any single wrong character is noticed, since 31 is prime and no weight is a multiple of it.
  @Test(arguments: 0..<17)
  func noticesAWrongCharacter(position: Int) {
    var letters = Array("91350100M000100Y43")
    letters[position] = letters[position] == "1" ? "2" : "1"
    #expect(CreditCode(String(letters)).status == .doubtful)
  }
}
