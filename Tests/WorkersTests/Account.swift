// Values in full as text, for comparing what has no equality of its own.

import Diagnostics

/// What became of some work: everything that its value holds, or the failure as a user sees it.
func account<Value>(_ work: () throws -> Value) throws -> String {
  do {
    return account(of: try work())
  } catch let failure as Failure {
    return "\(failure.kind)\n" + TextRenderer().render(failure.findings)
  }
}

/// Everything that a value holds, whatever instances it shares with others and in whatever order
/// its dictionaries are.
func account(of value: Any) -> String {
  let mirror = Mirror(reflecting: value)
  guard !mirror.children.isEmpty else { return String(reflecting: value) }
  var parts = mirror.children.map { child in
    (child.label.map { "\($0): " } ?? "") + account(of: child.value)
  }
  if mirror.displayStyle == .dictionary || mirror.displayStyle == .set { parts.sort() }
  return "\(mirror.subjectType)(\(parts.joined(separator: ", ")))"
}
