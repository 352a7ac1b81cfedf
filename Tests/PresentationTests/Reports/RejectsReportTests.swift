// The rows that were left out of a register.

import DataSources
import Testing

@testable import Presentation

@Suite struct RejectsReportTests {
  @Test func isEmptyButForItsHeadingWithoutRows() {
    #expect(RejectsReport.csv([]) == "line,column,value,reason\n")
  }
}
