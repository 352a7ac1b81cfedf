// A new plugin: what is asked for, and what is written.

public import Diagnostics
import Evaluation
import Scripting
public import Workers

/// A plugin that is to be written, as a start for somebody's own.
public struct NewPlugin: Sendable {
  /// The id.
  public var id: String

  /// The id of the plugin that it builds on.
  public var extends: String

  /// The code or name of the area whose rules it is to hold.
  public var area: String

  /// The folder to write; one named after the id, beside `yardstick.yaml`, when it is `nil`.
  public var folder: String?

  /// The Chinese title; made of the area's name when it is `nil`.
  public var titleZh: String?

  /// The English title; made of the area's name when it is `nil`.
  public var titleEn: String?

  /// Asks for a plugin.
  public init(_ id: String, extends: String, area: String) {
    self.id = id
    self.extends = extends
    self.area = area
  }

  /// What was written.
  public struct Written: Sendable {
    /// The folder of the plugin.
    public let folder: String

    /// The paths of its files, in order.
    public let files: [String]

    /// The file that lists the plugins of the workspace.
    public let configuration: String

    /// The entry that this list still lacks, because it could not be added safely.
    public let missingEntry: String?

    /// The examples for which the catalogue offers no occasion.
    public let leftOut: [String]
  }
}

extension Workspace {
  /// Writes a plugin that holds one example of each thing a district does, with suites that pass.
  ///
  /// The examples are chosen from the catalogue as it is in the area, and the figures in the suites are what
  /// the new plugin really pays. The folder appears whole or not at all.
  ///
  /// - Parameters:
  ///   - plugin: What to write.
  ///   - folder: The folder of the workspace, or one inside it.
  ///   - scripts: Where the scripts run that the examples build on.
  ///   - limits: What these scripts may use.
  /// - Throws: a `Failure` with everything that is wrong with what is asked for.
  public static func create(
    _ plugin: NewPlugin, in folder: String = ".", scripts: ScriptPlace = .thisProcess,
    limits: LimitSettings = LimitSettings()
  ) throws(Failure) -> NewPlugin.Written {
    try plugin.checkTexts()
    let folder = try findFolder(folder)
    let configuration = try configuration(of: folder)
    let files = try WorkspaceFiles(folder, configuration)
    let manifest = try plugin.manifest(in: files)
    let place = try NewFolder(plugin.folder ?? InputFile.path(plugin.id, in: folder))

    func open(with texts: [TextFile]) throws(Failure) -> Workspace {
      let draft = PluginFolder.draft(manifest, texts, in: place.path)
      return try Workspace(
        folder: folder, configuration, files, try files.jurisdiction(adding: draft),
        scripts: scripts, limits: limits)
    }

    let before = try open(with: [])
    let entry = place.path(from: folder)
    var template = PluginTemplate(
      manifest: manifest, folder: entry, catalogVersion: files.base.header.version,
      choices: ExampleChoices(for: manifest, in: before))
    try template.checkIDs(in: before)
    // What another instrument pays may depend on what is changed, so it is looked at after the changes.
    template.find(in: try open(with: template.changes))
    let definitions = template.definitions
    let texts =
      template.descriptions + definitions + template.suites(in: try open(with: definitions))
    try place.write(texts)

    let isListed = PluginListEdit(adding: entry, to: configuration).apply(in: folder)
    return NewPlugin.Written(
      folder: place.path,
      files: texts.map { InputFile.path($0.path, in: place.path) }.sorted(),
      configuration: InputFile.path(WorkspaceConfiguration.fileName, in: folder),
      missingEntry: isListed ? nil : "- \(YAMLText.scalar(entry))", leftOut: template.leftOut)
  }
}
