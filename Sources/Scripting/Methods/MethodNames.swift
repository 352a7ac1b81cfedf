// What methods there are, for whoever lists them.

/// The methods that scripts can call.
public enum MethodNames {
  /// The functions of `stats` or `progress`, each with how it is called; nothing for anything else.
  public static func functions(of global: String) -> [(name: String, usage: String)] {
    HostMethod.all.filter { $0.name.hasPrefix(global + ".") }.map { ($0.shortName, $0.usage) }
  }

  /// The names of the methods of a series, as in `obs.gdp:values(2019, at)`.
  public static let ofSeries = ["periods", "values"]
}
