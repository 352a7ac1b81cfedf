// `plugin.yaml`: what a plugin says about itself.

public import Catalog
public import Diagnostics

/// What a plugin says about itself in `plugin.yaml`.
public struct PluginManifest: Sendable {
  /// The id, in lower case with hyphens.
  public let id: String

  /// The title.
  public let title: Title

  /// The semantic version, such as `1.0.0`.
  public let version: String

  /// The code of the area whose rules it holds.
  public let area: String

  /// The plugin that it builds on, whose definitions it may replace.
  public let extends: Name?

  /// The plugins that it needs, and in which versions.
  public let requires: [Requirement]

  /// What it says its scripts read.
  public let reads: Reads

  /// Where its id is declared.
  public let span: SourceSpan?

  /// Creates a manifest.
  public init(
    id: String, title: Title, version: String, area: String, extends: Name? = nil,
    requires: [Requirement] = [], reads: Reads = Reads(), span: SourceSpan? = nil
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.area = area
    self.extends = extends
    self.requires = requires
    self.reads = reads
    self.span = span
  }

  /// A name and where it is written.
  public struct Name: Sendable {
    /// The name.
    public let id: String

    /// Where it is written.
    public let span: SourceSpan?

    /// Creates a name.
    public init(id: String, span: SourceSpan? = nil) {
      self.id = id
      self.span = span
    }
  }

  /// A plugin that is needed, and in which versions.
  public struct Requirement: Sendable {
    /// The plugin.
    public let plugin: Name

    /// The versions, such as `^1.0`.
    public let versions: Name

    /// Creates a requirement.
    public init(plugin: Name, versions: Name) {
      self.plugin = plugin
      self.versions = versions
    }
  }

  /// What a plugin says its scripts read, for those who look after the data.
  public struct Reads: Sendable {
    /// The ids of series.
    public let series: [Name]

    /// The names of fields of subjects.
    public let fields: [Name]

    /// Creates a list of what is read.
    public init(series: [Name] = [], fields: [Name] = []) {
      self.series = series
      self.fields = fields
    }
  }
}
