import Diagnostics
import Testing

@testable import Presentation

@Suite struct TextTableTests {
  private var table: TextTable {
    TextTable(
      [.init("target"), .init("value", .right), .init("note")],
      rows: [["研发投入强度", "4.2%", "a|b"], ["digital trade", "4600亿元"]])
  }

  @Test func alignsColumnsByDisplayWidth() {
    #expect(
      table.text() == """
        target            value  note
        ─────────────  ────────  ────
        研发投入强度       4.2%  a|b
        digital trade  4600亿元

        """)
  }

  @Test func paintsHeadingsAndCellsWithoutMovingThem() {
    var table = TextTable([.init("id"), .init("status")])
    table.add([.init("a"), .init("met", .green)])
    let painted = table.text(style: Style(color: true))
    #expect(painted.contains("\u{1B}[1mid\u{1B}[0m  \u{1B}[1mstatus\u{1B}[0m\n"))
    #expect(painted.contains("a   \u{1B}[32mmet\u{1B}[0m\n"))
    #expect(!table.text().contains("\u{1B}"))
  }

  @Test(arguments: [60, 30, 26, 25, 24, 20, 12, 5, 3, 2, 1, 0])
  func staysWithinAWidth(width: Int) {
    let wide = TextTable(
      [.init("name"), .init("amount", .right), .init("words")],
      rows: [["促进杭州市生产性服务业高质量发展", "600000.00", "a rather long remark"]])
    for line in wide.text(width: width).split(separator: "\n") {
      #expect(line.displayWidth <= width)
      #expect(line.last != " ")
    }
  }

  @Test func shortensTextBeforeFigures() {
    let wide = TextTable(
      [.init("name"), .init("amount", .right)],
      rows: [["促进杭州市生产性服务业", "600000.00"]])
    #expect(wide.text(width: 20).contains("促进杭州…  600000.00"))
  }

  @Test func keepsAColumnWithinItsMaximumWidth() {
    let wide = TextTable([.init("a", maximumWidth: 5)], rows: [["研究开发"], ["abcdefgh"]])
    #expect(wide.text() == "a\n─────\n研究…\nabcd…\n")
  }

  @Test func neverSendsControlCharactersToTheTerminal() {
    let table = TextTable([.init("a")], rows: [["x\u{1B}[31my\nz\u{07}\u{202E}"]])
    #expect(table.text() == "a\n────────\nx[31my z\n")
  }

  @Test func writesMarkdownWithEscapedPipes() {
    #expect(
      table.markdown == """
        | target        |    value | note |
        | ------------- | -------: | ---- |
        | 研发投入强度  |     4.2% | a\\|b |
        | digital trade | 4600亿元 |      |

        """)
  }

  @Test func writesEveryCellInFullAsCommaSeparatedValues() {
    let table = TextTable(
      [.init("a", maximumWidth: 3), .init("b")], rows: [["one, two", "say \"x\""], ["1\n2"]])
    #expect(table.csv == "a,b\n\"one, two\",\"say \"\"x\"\"\"\n\"1\n2\",\n")
  }

  @Test func fillsAndCutsRowsToTheColumns() {
    let table = TextTable([.init("a"), .init("b")], rows: [["1"], ["1", "2", "3"]])
    #expect(table.rows.map { $0.map(\.text) } == [["1", ""], ["1", "2"]])
  }
}
