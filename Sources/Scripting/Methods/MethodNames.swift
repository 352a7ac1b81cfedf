// What methods there are, for whoever lists them.

/// The methods that scripts can call.
public enum MethodNames {
  /// The names of the functions of `stats` or `progress`; nothing for anything else.
  public static func functions(of global: String) -> [String] {
    HostMethod.all.filter { $0.name.hasPrefix(global + ".") }.map(\.shortName)
  }

  /// The names of the methods of a series, as in `obs.gdp:values(2019, at)`.
  public static let ofSeries = ["periods", "values"]
}
