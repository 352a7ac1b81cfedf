// What the observations say about their own quality.

import Catalog
public import Diagnostics
import Quantities

extension ObservationStore {
  /// Figures that were published with different values.
  ///
  /// A warning `data.source-conflict` where values of the same stage (final, revised, provisional or
  /// estimated) differ between sources; a note `data.revision` where a figure changed from one stage to
  /// the next. Forecasts, bounds, low reliability and missing values are left out.
  public func checks() -> [Finding] {
    seriesIDs.flatMap { series in
      areas.flatMap { area in
        let figures = all(series: series, area: area).filter {
          $0.status.isUsable && $0.bound == nil
        }
        return Dictionary(grouping: figures, by: \.period)
          .sorted { $0.key < $1.key }
          .flatMap { differences(among: $0.value) }
      }
    }
  }

  private func differences(among figures: [Observation]) -> [Finding] {
    var findings: [Finding] = []
    for (earlier, later) in zip(figures, figures.dropFirst())
    where earlier.value.value != later.value.value {
      let figure = "`\(later.series)` of \(later.area) for \(later.period)"
      let values = (described(earlier), described(later))
      if earlier.status.stage == later.status.stage, earlier.source != later.source {
        findings.append(
          Finding(
            "data.source-conflict", "\(figure) is \(values.0) and \(values.1)",
            severity: .warning, notes: ["the value published last is used"],
            suggestion: "correct the status of one of them, or say in its note why they differ"))
      } else {
        findings.append(
          Finding(
            "data.revision", "\(figure) changed from \(values.0) to \(values.1)",
            severity: .note, notes: ["the value published last is used"]))
      }
    }
    return findings
  }

  private func described(_ observation: Observation) -> String {
    "\(observation.value) (\(observation.status.title.en), \(observation.source), "
      + "line \(observation.line))"
  }
}
