// Rows of tables as bytes: what is packed comes out again, and broken bytes do no harm.

import DataSources
import Diagnostics
import Quantities
import Testing
import Wire

@testable import Registers

@Suite struct PackedRecordsTests {
  /// The values of records, as texts; `nil` where a value is absent.
  private func values(_ bytes: [UInt8]) throws -> [String?] {
    try bytes.withUnsafeBytes { bytes in
      var reader = PackedRecords(bytes)
      var values: [String?] = []
      while !reader.isAtEnd {
        switch try reader.next() {
        case .absent: values.append(nil)
        case .integer(let value): values.append("\(value)")
        case .text(let text): values.append(String(decoding: text, as: UTF8.self))
        }
      }
      return values
    }
  }

  @Test func `what is packed is what comes out`() throws {
    var bytes: [UInt8] = []
    bytes.append(value: .min)
    bytes.append(text: "研发\n\u{0}")
    bytes.appendAbsent()
    bytes.append(text: "")
    bytes.append(value: .max)
    #expect(
      try values(bytes) == ["\(Int64.min)", "研发\n\u{0}", nil, "", "\(Int64.max)"])
  }

  @Test func `the bytes are as they are described`() {
    var bytes: [UInt8] = []
    bytes.append(value: 258)
    bytes.append(text: "ab")
    bytes.appendAbsent()
    #expect(bytes == [1, 2, 1, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 97, 98, 0])
  }

  @Test func `bytes that are cut off or changed are errors and never more`() throws {
    var whole: [UInt8] = []
    whole.append(value: 7)
    whole.append(text: "firm")
    for count in whole.indices where count != 9 && count > 0 {
      #expect(throws: WireError.self) { try values(Array(whole.prefix(count))) }
    }
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var bytes = whole + whole
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
          in: .min ... .max, using: &generator)
      }
      _ = try? values(bytes)
    }
  }

  @Test(arguments: [0, 1, 9, 10, 99, 100, 101, 999_999_999, -5, .max, .min] as [Int64])
  func `fen are written as the decimal that they are`(_ fen: Int64) throws {
    let record = DecisionRecord(
      status: "eligible", payable: .fen(fen), conditions: "+", missing: nil)
    let yuan = try ExactDecimal(coefficient: Int128(fen), exponent: -2)
    #expect(record.amount == yuan.formatted(minimumPlaces: 2))
  }

  @Test func `an amount is nothing, a figure without its unit, or absent after a failure`() {
    func amount(_ status: String, _ payable: DecisionRecord.Payable) -> String? {
      DecisionRecord(status: status, payable: payable, conditions: nil, missing: nil).amount
    }
    #expect(amount("ineligible", .nothing) == "0.00")
    #expect(amount("eligible", .other("12.50 平方米")) == "12.50")
    #expect(amount("failed", .nothing) == nil)
  }

  @Test(arguments: [
    ("F1,a\n", "F1,a"), ("F1,a\r\n", "F1,a"), ("\n\r\nF1,a", "F1,a"),
    ("F1,\"a\n\"\n", "F1,\"a\n\""),
    ("F1,a\r", "F1,a"), ("F1,\n", "F1,"),
  ])
  func `a row is kept without the line ends around it`(_ row: String, _ kept: String) throws {
    var bytes: [UInt8] = []
    let subject = Subject(kind: "firm", key: "F1", values: [], line: 3)
    bytes.appendRecord(of: subject, writtenAs: Array(row.utf8)[...], [nil])
    #expect(try values(bytes) == ["3", "F1", kept, "failed", nil, nil, nil])
  }

  @Test func `a row that was left out is kept with its key`() throws {
    var bytes: [UInt8] = []
    bytes.appendRecord(
      of: RejectedRow(line: 4, column: "size", value: "tiny", reason: Finding("a", "b"), key: "F2"))
    bytes.appendRecord(
      of: RejectedRow(line: 5, column: "", value: "x", reason: Finding("a", "c")))
    #expect(try values(bytes) == ["4", "size", "tiny", "b", "F2", "5", "", "x", "c", nil])
  }
}
