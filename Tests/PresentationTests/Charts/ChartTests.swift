// Series drawn as blocks, in a terminal, and as a picture.

import Quantities
import Testing

@testable import Presentation

@Suite struct ChartTests {
  private func chart(_ values: [ExactDecimal?]) -> Chart {
    Chart(
      title: "GDP", unit: "亿元",
      points: values.enumerated().map { .init("\(2020 + $0.offset)", $0.element) })
  }

  @Test func `the lowest value is a low block, the highest a full one, and a gap is a space`() {
    #expect(Sparkline.text([1, 2, nil, 8]) == "▁▂ █")
    #expect(Sparkline.text([5, 5]) == "▅▅")
    #expect(Sparkline.text([nil]) == "")
    #expect(Sparkline.text([-3, 0, 3]) == "▁▅█")
  }

  @Test(
    arguments: [
      ([16_106, 21_860], [16_000, 18_000, 20_000, 22_000]), ([0, 1], [0]),
      ([-7, 12], [-10, -5, 0, 5, 10, 15]), ([5], [0, 2, 4, 6, 8, 10]),
    ] as [([ExactDecimal], [ExactDecimal])])
  func `marks stand at round numbers that hold all values`(
    _ values: [ExactDecimal], _ marks: [ExactDecimal]
  ) throws {
    let scale = try #require(ChartScale(values))
    if marks.count > 1 { #expect(scale.marks == marks) }
    #expect(scale.marks.count <= 7)
    #expect(values.allSatisfy { scale.low <= $0 && $0 <= scale.high })
  }

  @Test func `a chart in a terminal joins neighbours and leaves gaps`() {
    let text = chart([10, 20, nil, 20]).text(width: 40, height: 5)
    #expect(
      text == """
        GDP  亿元
        20 ┤         ·●                    ●
        18 ┤       ··
        14 ┤    ···
        12 ┤  ··
        10 ┤●·
           └────────────────────────────────
            2020    2021      2022      2023

        """)
  }

  @Test func `a chart without values says so`() {
    #expect(chart([nil, nil]).text() == "GDP: nothing to draw\n")
    #expect(chart([]).svg().contains("<title>GDP</title>"))
  }

  @Test func `a picture has a line for each run of values and a dot for each value`() {
    let svg = Chart(
      title: "a < b & c", unit: "%",
      points: [
        .init("2020", 1), .init("2021", 2), .init("2022", nil), .init("2023", 3),
      ]
    ).svg()
    #expect(svg.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
    #expect(svg.contains("<title>a &lt; b &amp; c</title>"))
    #expect(svg.split(separator: "<polyline ").count == 3)
    #expect(svg.split(separator: "<circle ").count == 4)
    #expect(svg.contains("<title>2021: 2%</title>"))
  }
}
