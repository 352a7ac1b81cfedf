// Chinese numerals.

import Testing

@testable import Catalog

@Suite("Chinese numerals")
struct ChineseNumeralTests {
  @Test(
    "are read by value",
    arguments: [
      ("一", 1), ("两", 2), ("十", 10), ("十一", 11), ("二十", 20), ("二十七", 27), ("九十九", 99),
      ("一百", 100), ("一百零五", 105), ("一千零五十", 1050), ("三千二百一十", 3210), ("万", 10_000),
      ("两万三千", 23_000), ("百万", 1_000_000), ("千亿", 100_000_000_000),
      ("万亿", 1_000_000_000_000), ("一亿二千万", 120_000_000), ("十万亿", 10_000_000_000_000),
    ])
  func value(_ text: String, _ expected: Int) {
    #expect(ChineseNumeral.value(of: text) == expected)
  }

  @Test(
    "are only those that count",
    arguments: [
      "", "十四五", "二〇二七", "五六", "百千", "十十", "零", "个", "一个", "〇五",
      String(repeating: "亿", count: 17), "九千亿亿亿",
    ])
  func noValue(_ text: String) {
    #expect(ChineseNumeral.value(of: text) == nil)
  }

  @Test("of clauses are read as they are written", arguments: 1...99)
  func roundTrip(_ number: Int) {
    #expect(ChineseNumeral.value(of: ChineseNumeral.text(number)) == number)
  }
}
