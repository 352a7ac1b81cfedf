// `yardstick.yaml`: which catalogue, plugins and data a workspace uses.

import Catalog
import DataSources
public import Diagnostics
public import Evaluation
public import Quantities
public import Workers

/// What `yardstick.yaml` says.
public struct WorkspaceConfiguration: Sendable {
  /// The name of the file.
  public static let fileName = "yardstick.yaml"

  /// A path together with the place that names it.
  public struct Path: Sendable {
    /// The path as written, relative to the workspace.
    public let path: String

    /// Where it is written.
    public let span: SourceSpan
  }

  /// The folder of the catalogue.
  public let catalog: Path

  /// The folders of the plugins, in the order in which they are loaded.
  public let plugins: [Path]

  /// The code of the area that is meant unless another is named.
  public let area: String?

  /// The file of published observations.
  public let observations: Path?

  /// The file that lists the sources of the observations.
  public let sources: Path?

  /// The register that is decided on unless another is named.
  public let subjects: Path?

  /// How it is written, where that is said.
  public let subjectsReading: RegisterReading

  /// The period targets are assessed at unless another is named.
  public let assessAt: Period?

  /// The method that judges progress unless another is named.
  public let method: ProgressMethod?

  /// How many years old the latest value may be and still say how a target stands.
  public let maximumAge: Int?

  /// The vintage of the targets, unless the catalogue's own is meant.
  public let vintage: String?

  /// What one evaluation of a script may use.
  public let limits: LimitSettings

  /// The period subjects are decided at unless another is named.
  public let decideAt: Period?

  /// Reads a configuration.
  ///
  /// - Throws: a `Failure` with everything that is wrong with it.
  public init(path: String, bytes: [UInt8]) throws(Failure) {
    let findings = FindingCollector()
    let reader = Reader(findings: findings)
    let root = YAMLSource.read(
      path: path, bytes: bytes, expected: "`catalog:` and `plugins:`", findings: findings
    )?.mapping(
      "a workspace", keys: ["catalog", "plugins", "area", "data", "assess", "decide", "limits"])
    let data = root?.optional("data")?.mapping("data", keys: ["observations", "sources"])
    let assess = root?.optional("assess")?.mapping(
      "assess", keys: ["at", "method", "vintage", "max_age"])
    let decide = root?.optional("decide")?.mapping(
      "decide", keys: ["at", "subjects", "format", "encoding", "table", "query"])
    limits = reader.limits(
      root?.optional("limits")?.mapping(
        "limits", keys: ["memory", "instructions", "time", "source", "result", "depth"]))
    let catalog = reader.path(root?.required("catalog"))
    plugins = (root?.required("plugins")?.list(of: "folders") ?? []).compactMap(reader.path)
    area = root?.optional("area")?.text()
    observations = reader.path(data?.optional("observations"))
    sources = reader.path(data?.optional("sources"))
    subjects = reader.path(decide?.optional("subjects"))
    subjectsReading = RegisterReading(
      format: decide?.optional("format")?.choice(RegisterReading.Format.self),
      encoding: decide?.optional("encoding")?.choice(TextEncoding.self),
      table: decide?.optional("table")?.text(), query: decide?.optional("query")?.text())
    assessAt = reader.period(assess?.optional("at"))
    method = assess?.optional("method")?.choice(ProgressMethod.self)
    maximumAge = reader.count(assess?.optional("max_age"))
    vintage = assess?.optional("vintage")?.text()
    decideAt = reader.period(decide?.optional("at"))
    guard let catalog, !findings.hasErrors else { throw Failure(findings.findings) }
    self.catalog = catalog
  }

  private struct Reader {
    let findings: FindingCollector

    func path(_ value: YAMLValue?) -> Path? {
      guard let value, let text = value.text() else { return nil }
      return Path(path: text, span: value.span)
    }

    func count(_ value: YAMLValue?) -> Int? {
      guard let value, let number = value.integer() else { return nil }
      if number >= 0 { return number }
      value.report("workspace.count", "\(value.label) cannot be negative")
      return nil
    }

    private func depth(_ value: YAMLValue?) -> Int? {
      guard let value, let depth = count(value) else { return nil }
      if (1...100).contains(depth) { return depth }
      value.report("workspace.count", "\(value.label) must be from 1 to 100")
      return nil
    }

    func limits(_ mapping: YAMLMapping?) -> LimitSettings {
      var settings = LimitSettings()
      settings.memory = amount(mapping?.optional("memory"), "64MiB", ByteCount.init)
      settings.time = amount(mapping?.optional("time"), "10s", TimeLimit.init)
      settings.source = amount(mapping?.optional("source"), "256KiB", ByteCount.init)
      settings.result = amount(mapping?.optional("result"), "64KiB", ByteCount.init)
      settings.depth = depth(mapping?.optional("depth"))
      settings.instructions = count(mapping?.optional("instructions"))
      return settings
    }

    private func amount<Amount>(
      _ value: YAMLValue?, _ example: String, _ parse: (String) -> Amount?
    ) -> Amount? {
      guard let value, let text = value.text() else { return nil }
      if let amount = parse(text) { return amount }
      value.report(
        "workspace.limit", "\(value.label) cannot be `\(text)`",
        suggestion: "write it as `\(example)`")
      return nil
    }

    func period(_ value: YAMLValue?) -> Period? {
      guard let value, let text = value.text() else { return nil }
      do {
        return try Period(parsing: text)
      } catch {
        value.report("workspace.period", error.message, suggestion: error.suggestion)
        return nil
      }
    }
  }
}
