// Finding figures in a text.

import Quantities
import Testing

@testable import Catalog

@Suite("Figures of a text")
struct FigureScannerTests {
  private let scanner = FigureScanner(units: .standard)

  private func figures(_ text: String) -> [String] {
    let text = PolicyText(text)
    return scanner.figures(in: text).map { text.string($0.range) }
  }

  @Test(
    "are found with their multiplier and unit",
    arguments: [
      ("营收突破 1.1 万亿，占比", ["1.1万亿"]),
      ("占 GDP 4.2%，", ["4.2%"]),
      ("占比５％左右", ["5%"]),
      ("１，０００．５万元", ["1,000.5万元"]),
      ("总额 2.5 亿元的", ["2.5亿元"]),
      ("达到5千亿元", ["5千亿元"]),
      ("低1.5 个百分点以上", ["1.5个百分点"]),
      ("新增100 万平方米", ["100万平方米"]),
      ("培训 2400 人次以上", ["2400人次"]),
      ("1000余家企业", ["1000余家"]),
      ("超50个。", ["50个"]),
      ("全国 100 强 13 家", ["100强", "13家"]),
      ("增长20%—30%", ["20%", "30%"]),
      ("建成 3 类 5 处", ["3类", "5处"]),
      ("算力达到 5000P", ["5000P"]),
      ("执行“1+X”体系", ["1+X"]),
      ("约占 2/3", ["2/3"]),
      ("指数为 120", ["120"]),
      ("为期3个月", ["3个月"]),
    ])
  func arabic(_ text: String, _ expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test(
    "are found in Chinese numerals",
    arguments: [
      ("占三分之二左右", ["三分之二"]),
      ("下降百分之五", ["百分之五"]),
      ("千分之3以内", ["千分之3"]),
      ("保持全省第一。", ["第一"]),
      ("位居全国第三位", ["第三位"]),
      ("进入第一方阵", ["第一方阵"]),
      ("排名第2名", ["第2名"]),
      ("五大产业和两个平台", ["五大", "两个"]),
      ("做好五篇文章", ["五篇"]),
      ("十二条措施", ["十二条"]),
      ("千亿级企业", ["千亿级"]),
      ("一千家", ["一千家"]),
      ("规模破万亿", ["万亿"]),
      ("实施三年行动", ["三年"]),
    ])
  func chinese(_ text: String, _ expected: [String]) {
    #expect(figures(text) == expected)
  }

  @Test(
    "are not dates, names or set phrases",
    arguments: [
      "到 2027 年，", "2024—2027年", "2024-2027 年", "2024 年 10 月 15 日", "1—9月", "二〇二七年",
      "国发〔2019〕43 号", "（2019）", "B2C 和 M2C", "5G、3D 与 6G", "GB/T2260", "V1.5 版", "COVID-19",
      "AIGC", "eHub", "一批企业", "一流一体", "一个平台", "统一", "第二批", "第三方", "第一时间", "第3条",
      "千家万户", "二级市场", "“十四五”时期", "党的二十大", "百强", "三农", "多元", "万家灯火",
    ])
  func nothing(_ text: String) {
    #expect(figures(text) == [])
  }

  @Test("are not the numbers of list entries", arguments: ["1.支持", "2、支持", "（3）支持", "4) 支持"])
  func listEntries(_ text: String) {
    #expect(figures("\(text) 20 家") == ["20家"])
  }

  @Test(
    "say the same however they are written",
    arguments: [
      ("1.1 万亿", "11000亿"), ("1,000 家", "1000家"), ("1000家", "一千家"), ("百分之五", "5%"),
      ("１０００万元", "1000 万元"), ("0.5亿元", "5000万元"), ("三分之二", "2/3"), ("第一", "第1位"),
      ("1.10%", "1.1%"), ("97 项", "97"),
    ])
  func same(_ left: String, _ right: String) throws {
    let a = try #require(scanner.figures(in: PolicyText(left)).first)
    let b = try #require(scanner.figures(in: PolicyText(right)).first)
    #expect(a.value.saysSame(as: b.value))
    #expect(b.value.saysSame(as: a.value))
  }

  @Test(
    "say something else when value or unit differ",
    arguments: [
      ("1.1万亿", "1.2万亿"), ("100家", "100个"), ("5%", "5个百分点"), ("第一", "1家"),
      ("三分之二", "三分之一"), ("100万元", "100亿元"),
    ])
  func different(_ left: String, _ right: String) throws {
    let a = try #require(scanner.figures(in: PolicyText(left)).first)
    let b = try #require(scanner.figures(in: PolicyText(right)).first)
    #expect(!a.value.saysSame(as: b.value))
  }
}
