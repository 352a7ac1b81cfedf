// Values that depend on a grade or an amount.

import Catalog
import CatalogTestSupport
import Diagnostics
import Quantities
import Testing

@Suite("A scale")
struct ScaleTests {
  /// The small catalogue with a rate that is a scale.
  private func catalog(_ scale: String, local: String = "fixed") throws -> Catalog {
    try SmallCatalog.load(["instruments": Self.instruments(scale, local: local)])
  }

  private static func instruments(_ scale: String, local: String = "fixed") -> String {
    """
    instruments:
      - id: grant
        title: { zh: 奖励, en: Grant }
        measure: 1
        subject: firm
        kind: award
        frequency: once
        parameters:
          rate:
            title: { zh: 比例, en: rate }
            figure: 分档
            local: \(local)
            scale:
              \(scale)
          amount: { title: { zh: 金额, en: amount }, unit: 元, local: open }
    """
  }

  private func scale(_ text: String) throws -> Scale {
    let parameter = try #require(try catalog(text).instruments["grant"]?.parameter("rate"))
    return try #require(parameter.versions.first?.value.scale)
  }

  private func quantity(_ text: String) throws -> Quantity {
    try Quantity(parsing: text, units: SmallCatalog.load().units)
  }

  private static let brackets = """
    { by: amount, brackets: [{ from: 0元, below: 100万元, value: 3% }, \
    { from: 100万元, below: 500万元, value: 5% }, { from: 500万元, value: 8% }] }
    """

  private static let tiers = """
    { by: grade, field: size, tiers: [{ grade: large, value: 50万元 }, \
    { grade: small, value: 80万元 }] }
    """

  @Test(
    "by amount holds from each lower end up to the next",
    arguments: [
      ("0元", "3%"), ("999999.99元", "3%"), ("100万元", "5%"), ("4999999.99元", "5%"),
      ("500万元", "8%"), ("900亿元", "8%"), ("-0.01元", nil),
    ])
  func bracketValues(amount: String, value: String?) throws {
    let found = try scale(Self.brackets).value(ofAmount: quantity(amount))
    #expect(found?.description == value)
  }

  @Test(
    "sums the parts of an amount times the value of each bracket",
    arguments: [
      ("0元", "0元"), ("1元", "0.03元"), ("100万元", "3万元"), ("150万元", "5.5万元"),
      ("500万元", "23万元"), ("600万元", "31万元"), ("-1元", nil),
    ])
  func marginal(amount: String, value: String?) throws {
    let sum = try scale(Self.brackets).marginal(quantity(amount))
    #expect(sum?.value == (try value.map { try quantity($0).value }))
  }

  @Test(
    "that begins above zero counts nothing below its beginning, and nothing beyond its end",
    arguments: [
      ("50万元", "0元"), ("150万元", "2.5万元"), ("200万元", "5万元"), ("2000000.01元", nil),
    ])
  func ends(amount: String, value: String?) throws {
    let text = "{ by: amount, brackets: [{ from: 100万元, below: 200万元, value: 5% }] }"
    let scale = try scale(text)
    #expect(
      try scale.marginal(quantity(amount))?.value == (try value.map { try quantity($0).value }))
    #expect(try scale.value(ofAmount: quantity("200万元")) == nil)
  }

  @Test("by amount of another dimension is an error, not a value")
  func dimensions() throws {
    let scale = try scale(Self.brackets)
    #expect(throws: ArithmeticError.self) { try scale.value(ofAmount: quantity("3家")) }
    #expect(throws: ArithmeticError.self) { try scale.marginal(quantity("3家")) }
  }

  @Test(
    "by grade has a value for its grades and for no other",
    arguments: [
      ("large", "50万元"), ("small", "80万元"), ("medium", nil), ("", nil),
    ])
  func grades(grade: String, value: String?) throws {
    #expect(try scale(Self.tiers).value(ofGrade: grade)?.description == value)
  }

  @Test("stands on one line")
  func text() throws {
    #expect(try scale(Self.tiers).description == "large 50万元, small 80万元")
    #expect(
      try scale(Self.brackets).description
        == "[0元, 100万元) 3%, [100万元, 500万元) 5%, [500万元, …) 8%")
  }

  @Test(
    "with a mistake is reported where it stands",
    arguments: [
      (
        "{ by: amount, brackets: [{ from: 0元, below: 1元, value: 3% }, { from: 2元, value: 5% }] }",
        "instruments.yaml:14:80: nothing is said about amounts from 1元 up to 2元 → begin the bracket at 1元"
      ),
      (
        "{ by: amount, brackets: [{ from: 0元, below: 2元, value: 3% }, { from: 1元, value: 5% }] }",
        "instruments.yaml:14:80: the bracket begins at 1元, but the one before ends at 2元 → begin it at 2元, which does not lie in the one before"
      ),
      (
        "{ by: amount, brackets: [{ from: 0元, value: 3% }, { from: 1元, value: 5% }] }",
        "instruments.yaml:14:69: the bracket before, from 0元, has no end → add `below: 1元` to it; only the last bracket may do without"
      ),
      (
        "{ by: amount, brackets: [{ from: 5元, below: 5元, value: 3% }] }",
        "instruments.yaml:14:55: the bracket ends at 5元, not above 5元"
      ),
      (
        "{ by: amount, brackets: [{ from: 0元, below: 5家, value: 3% }] }",
        "instruments.yaml:14:55: the bracket runs from `元` to `家` → give both ends in one unit"
      ),
      (
        "{ by: amount, brackets: [{ from: 0元, below: 1元, value: 3% }, { from: 1元, value: 5元 }] }",
        "instruments.yaml:14:91: this value is in `元`, the first in `%` → give all values in one unit"
      ),
      (
        "{ by: grade, field: size, tiers: [{ grade: medium, value: 3% }] }",
        "instruments.yaml:14:54: `size` is never `medium` → known here: `large`, `small`"
      ),
      (
        "{ by: grade, field: sizes, tiers: [{ grade: large, value: 3% }] }",
        "instruments.yaml:14:31: no kind of subject has a field `sizes` → did you mean `size`?"
      ),
      (
        "{ by: grade, field: spend, tiers: [{ grade: large, value: 3% }] }",
        "instruments.yaml:14:31: the grades of a scale are the values of an `enum`, and `spend` is none → name a field of the type `enum`, or leave out `field:`"
      ),
      (
        "{ by: grade, tiers: [{ grade: A, value: 3% }, { grade: A, value: 4% }] }",
        "instruments.yaml:14:66: the grade `A` is declared twice (first at instruments.yaml:14:41) → rename or remove one of the two"
      ),
      (
        "{ by: grade, tiers: [] }",
        "instruments.yaml:14:31: a scale needs at least one of its tiers"
      ),
      (
        "{ by: amount, tiers: [{ grade: A, value: 3% }], brackets: [{ from: 0元, value: 3% }] }",
        "instruments.yaml:14:25: `tiers` cannot stand in a scale: the scale goes by amount"
      ),
    ])
  func mistakes(scale: String, finding: String) {
    let files = SmallCatalog.files(["instruments": Self.instruments(scale)])
    #expect(SmallCatalog.findings(files) == [finding])
  }

  @Test("cannot be a cap")
  func cap() {
    let text = Self.instruments(Self.brackets).replacing("rate:\n", with: "cap:\n")
    let findings = SmallCatalog.findings(SmallCatalog.files(["instruments": text]))
    #expect(
      findings == [
        "instruments.yaml:14:11: `cap` limits every amount, so it is one value and not a scale → give the scale another name, and use it where the amount is computed"
      ])
  }

  @Test("may hold on some days, and another on others")
  func dated() throws {
    let text = Self.instruments("").replacing(
      "scale:\n", with: "versions:\n"
    ).replacing(
      "          \n",
      with: """
                  - { scale: \(Self.tiers), to: 2025-12-31 }
                  - { value: 60万元, from: 2026-01-01 }

        """)
    let catalog = try SmallCatalog.load(["instruments": text])
    #expect(
      catalog.versions("grant", "rate") == [
        "large 50万元, small 80万元 to 2025-12-31", "60万元 from 2026-01-01",
      ])
  }

  // MARK: Changes

  private func change(_ parameter: String, _ scale: String) -> CatalogOverlay {
    overlay("parameters:\n  grant:\n    \(parameter):\n      clause: 第一条\n      scale: \(scale)")
  }

  @Test("may fill an open parameter, by a field that the plugin adds too")
  func filling() throws {
    let text = """
      subjects:
        firm:
          - name: park_grade
            title: { zh: 园区等级, en: grade of its park }
            type: enum
            values: [{ value: a, zh: 甲, en: A }, { value: b, zh: 乙, en: B }]
      parameters:
        grant:
          amount:
            clause: 第一条
            scale: { by: grade, field: park_grade, tiers: [{ grade: a, value: 9万元 }] }
      """
    let catalog = try SmallCatalog.load().applying([overlay(text)])
    #expect(catalog.versions("grant", "amount") == ["a 9万元 always by district"])
  }

  @Test("may be changed tier by tier under the rule of its parameter")
  func tierByTier() throws {
    let city = try catalog(Self.tiers, local: "may_raise")
    let raised = change("rate", "{ by: grade, tiers: [{ grade: small, value: 90万元 }] }")
    #expect(
      try city.applying([raised]).versions("grant", "rate") == [
        "large 50万元, small 90万元 always by district"
      ])
    let steps = try catalog(Self.brackets, local: "{ within: [0%, 10%] }")
    let bracket = "{ by: amount, brackets: [{ from: 100万元, below: 500万元, value: 10% }] }"
    #expect(
      try steps.applying([change("rate", bracket)]).versions("grant", "rate") == [
        "[0元, 100万元) 3%, [100万元, 500万元) 10%, [500万元, …) 8% always by district"
      ])
  }

  @Test(
    "is refused where a tier goes beyond the rule",
    arguments: [
      (
        tiers,
        "{ by: grade, tiers: [{ grade: large, value: 60万元 }, { grade: small, value: 79万元 }] }",
        "district.yaml:5:89: `rate` of `grant` may only be raised, and 79万元 is below 80万元 (the catalogue's rule is `may_raise`, at instruments.yaml:9:7) → set it to 80万元 or more, or leave it as it is"
      ),
      (
        tiers, "{ by: grade, tiers: [{ grade: larg, value: 60万元 }] }",
        "district.yaml:5:57: `rate` of `grant` has no tier for `larg` (the catalogue's rule is `may_raise`, at instruments.yaml:9:7) → did you mean `large`?"
      ),
      (
        brackets, "{ by: amount, brackets: [{ from: 0元, below: 200万元, value: 9% }] }",
        "district.yaml:5:72: `rate` of `grant` has no bracket [0元, 200万元) (the catalogue's rule is `may_raise`, at instruments.yaml:9:7) → the brackets are [0元, 100万元), [100万元, 500万元), [500万元, …)"
      ),
      (
        brackets, "{ by: grade, tiers: [{ grade: a, value: 9% }] }",
        "district.yaml:5:54: `rate` of `grant` goes by amount, and this scale by grade (the catalogue's rule is `may_raise`, at instruments.yaml:9:7) → write `by: amount`"
      ),
    ])
  func refused(city: String, scale: String, finding: String) throws {
    let city = try catalog(city, local: "may_raise")
    #expect(throws: Failure.self) { try city.applying([change("rate", scale)]) }
    do throws(Failure) {
      _ = try city.applying([change("rate", scale)])
    } catch {
      #expect(error.findings.map(\.line) == [finding])
    }
  }

  @Test("cannot stand in for one value, nor one value for a scale")
  func kinds() throws {
    let scaled = try catalog(Self.tiers, local: "may_raise")
    let text = "parameters:\n  grant: { rate: { value: 90万元, clause: 一 } }"
    #expect(throws: Failure.self) { try scaled.applying([overlay(text)]) }
    let tiers = "{ by: grade, tiers: [{ grade: large, value: 5% }] }"
    #expect(throws: Failure.self) { try SmallCatalog.load().applying([change("rate", tiers)]) }
  }
}
