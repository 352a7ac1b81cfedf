// How readings are written.

import DataSources
import Quantities
import Testing

@testable import Scripting

@Suite struct ReadingTests {
  @Test(arguments: [
    (Reading.Source.field, "e.x"), (.parameter, "p.x"), (.decision, "e:decision(\"x\")"),
    (
      .observation(series: "x", area: "100", period: Period(year: 2024), publishedBy: "S1"),
      "x[2024] of 100"
    ),
  ])
  func isWrittenAsAScriptWritesIt(source: Reading.Source, expected: String) {
    #expect(Reading(source: source, name: "x", value: .missing).expression == expected)
  }
}
