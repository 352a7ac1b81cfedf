// What a condition saw, in lines that an officer can read out.

public import Catalog
import DataSources
import Evaluation
import Quantities
public import Scripting

/// Words what was seen while a function of a definition ran.
public struct TraceEvidence {
  private let kind: SubjectKind?
  private let language: Language

  /// Creates words for a kind of subject, if any, in a language.
  public init(kind: SubjectKind?, language: Language) {
    self.kind = kind
    self.language = language
  }

  /// What was compared, and what was read besides.
  public func lines(for trace: Trace) -> [String] {
    let compared = trace.comparisons.flatMap { [$0.left.reading, $0.right.reading] }
      .compactMap { $0?.expression }
    let others = trace.readings.filter { !compared.contains($0.expression) }
    return trace.comparisons.map(sentence)
      + others.map {
        "\($0.expression) = \(language.value($0.value, of: field($0)))" + title(of: $0)
      }
      + trace.gaps.compactMap { gap in
        guard case .field = gap else { return label("missing: \(gap.text)", "缺少：\(gap.text)") }
        return nil
      }
  }

  /// A comparison as it is seen from the subject: what it has, how that compares, and by how much.
  private func sentence(_ comparison: ComparisonFact) -> String {
    // Lua turns `a >= b` into `b <= a`; the subject's own value reads best on the left.
    let isTurned =
      comparison.right.reading?.source == .field && comparison.left.reading?.source != .field
    let (left, right) =
      isTurned ? (comparison.right, comparison.left) : (comparison.left, comparison.right)
    let order = (try? Quantity.compare(left.quantity, right.quantity)) ?? 0
    guard order != 0 else { return "\(side(left))" + label(", equal to ", "，等于") + side(right) }
    let sentence = "\(side(left)) \(order < 0 ? "<" : ">") \(side(right))"
    // Ranks have an order, but no difference.
    guard let difference = try? left.quantity - right.quantity,
      let size = order < 0 ? try? -difference : difference
    else { return sentence }
    return sentence
      + (order < 0 ? label(", \(size) below", "，低\(size)") : label(", \(size) above", "，高\(size)"))
  }

  private func side(_ side: ComparisonFact.Side) -> String {
    side.reading.map { "\($0.expression) = \(side.quantity)" } ?? "\(side.quantity)"
  }

  private func field(_ reading: Reading) -> SubjectField? {
    guard reading.source == .field else { return nil }
    return kind?.field(reading.name)
  }

  /// The title of a field, or where an observation was published.
  private func title(of reading: Reading) -> String {
    switch reading.source {
    case .field: return field(reading).map { " · \(language.title($0.title))" } ?? ""
    case .observation(_, _, _, let source): return " (\(source))"
    case .parameter, .scale, .decision: return ""
    }
  }

  private func label(_ en: String, _ zh: String) -> String { language.text(en: en, zh: zh) }
}
