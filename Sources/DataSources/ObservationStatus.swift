// What is known about the quality of an observation.

public import Catalog

/// The quality of an observation, as a code of SDMX's list of observation statuses.
public enum ObservationStatus: String, CaseIterable, Sendable {
  case normal = "A"
  case timeSeriesBreak = "B"
  case definitionDiffers = "D"
  case estimated = "E"
  case forecast = "F"
  case imputed = "I"
  case provisional = "P"
  case lowReliability = "U"
  case missing = "O"

  /// The name in both languages.
  public var title: Title {
    switch self {
    case .normal: Title(zh: "正常", en: "normal")
    case .timeSeriesBreak: Title(zh: "口径或基数已修订", en: "break in the series")
    case .definitionDiffers: Title(zh: "定义不同", en: "definition differs")
    case .estimated: Title(zh: "估计", en: "estimated")
    case .forecast: Title(zh: "预测", en: "forecast")
    case .imputed: Title(zh: "插补", en: "imputed")
    case .provisional: Title(zh: "初步", en: "provisional")
    case .lowReliability: Title(zh: "可靠性低", en: "low reliability")
    case .missing: Title(zh: "缺失", en: "missing")
    }
  }

  /// Whether an assessment may rest on such a value: not on forecasts, low reliability or nothing.
  public var isUsable: Bool {
    switch self {
    case .forecast, .lowReliability, .missing: false
    default: true
    }
  }

  /// Values of one stage are meant to agree; between stages a difference is a revision.
  var stage: Int {
    switch self {
    case .normal, .definitionDiffers: 2
    case .timeSeriesBreak: 3
    case .provisional: 1
    default: 0
    }
  }
}
