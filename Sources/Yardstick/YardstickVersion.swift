// The version of this program.

/// The version of this program.
public enum YardstickVersion {
  /// The version, such as `0.1.0`.
  public static let current = "0.1.0"
}
