// Codes of areas, 行政区划代码, by their form.

/// A code of an area (行政区划代码) of six digits, by its form: province, prefecture, county.
///
/// Whether a code was in use, and when, only a list of codes knows.
///
/// Source: GB/T 2260-2007.
public struct AreaCode: Sendable, Equatable {
  /// How large an area is.
  public enum Level: String, Sendable, CaseIterable {
    case province
    case prefecture
    case county
  }

  /// The six digits.
  public let code: String

  /// How large the area is.
  public let level: Level

  /// The code of its province.
  public var province: String { "\(code.prefix(2))0000" }

  /// The code of its prefecture; for a province its own.
  public var prefecture: String { level == .province ? code : "\(code.prefix(4))00" }

  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
  ]

  /// Reads a code; refuses what no code can be.
  public init(_ text: String) throws(StatisticsError) {
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw StatisticsError(
        "`\(text.prefix(20))` is no code of an area", advice: "give six digits, such as 330100")
    }
    guard let province = Int(text.prefix(2)), Self.provinces.contains(province) else {
      throw StatisticsError(
        "no province has the code \(text.prefix(2))", advice: "look at the first two digits")
    }
    if text.hasSuffix("0000") {
      level = .province
    } else if text.dropFirst(2).hasPrefix("00") {
      throw StatisticsError(
        "`\(text)` names a county without a prefecture",
        advice: "look at the third and fourth digit")
    } else {
      level = text.hasSuffix("00") ? .prefecture : .county
    }
    code = text
  }
}
