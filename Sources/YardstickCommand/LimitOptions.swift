// Options for what one evaluation may use.

public import ArgumentParser
public import Yardstick

/// What one evaluation may use.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Memory of one evaluation, such as 64MiB.", valueName: "size"))
  var maxMemory: ByteCount?

  @Option(help: ArgumentHelp("Instructions of one evaluation.", valueName: "count"))
  var maxInstructions: Int?

  @Option(help: ArgumentHelp("Time of one evaluation, such as 2s or 500ms.", valueName: "time"))
  var maxTime: TimeLimit?

  @Flag(help: "Refuse to run where the kernel cannot isolate scripts completely.")
  var requireIsolation = false

  @Option(help: ArgumentHelp("Size of one script, such as 256KiB.", valueName: "size"))
  var maxSource: ByteCount?

  @Option(help: ArgumentHelp("Size of one result as text, such as 64KiB.", valueName: "size"))
  var maxResult: ByteCount?

  @Option(help: ArgumentHelp("How deep tables of one result may be nested.", valueName: "count"))
  var maxDepth: Int?

  func validate() throws {
    if let maxDepth, !(1...100).contains(maxDepth) {
      throw ValidationError("--max-depth must be from 1 to 100")
    }
    if let maxInstructions, maxInstructions < 1000 {
      throw ValidationError("--max-instructions must be at least 1000")
    }
    if let maxMemory, maxMemory.bytes < 256 << 10 {
      throw ValidationError("--max-memory must be at least 256KiB")
    }
  }

  /// What the options ask for.
  var settings: LimitSettings {
    var settings = LimitSettings()
    settings.memory = maxMemory
    settings.instructions = maxInstructions
    settings.time = maxTime
    settings.source = maxSource
    settings.result = maxResult
    settings.depth = maxDepth
    settings.requiresIsolation = requireIsolation
    return settings
  }

  /// Opens a workspace whose scripts run in a worker under these limits.
  func open(_ folder: String, area: String? = nil) throws -> Workspace {
    let workspace = try Workspace.open(
      folder, area: area, scripts: .worker(executable: Output.executable), limits: settings)
    if let isolation = workspace.isolation { Output.warn(about: isolation) }
    return workspace
  }

  /// Opens a workspace as it is once a plugin is loaded, and none after it.
  func open(_ folder: String, through plugin: String) throws -> Workspace {
    try Workspace.open(
      folder, through: plugin, scripts: .worker(executable: Output.executable), limits: settings)
  }

  /// Writes a new plugin, for which scripts run in a worker under these limits.
  func create(_ plugin: NewPlugin, in folder: String) throws -> NewPlugin.Written {
    try Workspace.create(
      plugin, in: folder, scripts: .worker(executable: Output.executable), limits: settings)
  }

  /// The suites of a workspace, whose scripts run in workers under these limits.
  func suites(_ folder: String) -> WorkspaceSuites {
    WorkspaceSuites(
      of: folder, scripts: .worker(executable: Output.executable), limits: settings)
  }
}

extension ByteCount: ExpressibleByArgument {}
extension TimeLimit: ExpressibleByArgument {}
