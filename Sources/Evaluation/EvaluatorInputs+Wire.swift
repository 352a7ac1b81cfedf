// Inputs on the pipe to a worker.

import Catalog
package import Diagnostics
import LuaRuntime
package import Scripting
package import Wire

extension InputBytes: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(path)
    writer.write(bytes)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(path: try reader.text(), bytes: try reader.data())
  }
}

extension EvaluatorInputs: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(catalog.map { InputBytes(path: $0.path, bytes: $0.bytes) })
    writer.write(plugins)
    writer.write(observations)
    writer.write(sources)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      catalog: try reader.list(of: InputBytes.self).map {
        CatalogFile(path: $0.path, bytes: $0.bytes)
      },
      plugins: try reader.list(), observations: try reader.optional(),
      sources: try reader.optional())
  }

  /// The texts that findings may point into.
  package var texts: SourceFiles {
    let files =
      catalog.map { InputBytes(path: $0.path, bytes: $0.bytes) }
      + plugins.flatMap { $0.scripts + $0.modules.map(\.script) }
      .map { InputBytes(path: $0.path, bytes: $0.bytes) }
      + plugins.flatMap(\.catalog).map { InputBytes(path: $0.path, bytes: $0.bytes) }
      + [observations, sources].compactMap(\.self)
    return SourceFiles(
      files.map { SourceFile(path: $0.path, text: String(decoding: $0.bytes, as: UTF8.self)) })
  }
}

extension SuiteScript: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(script)
    writer.write(modules)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(script: try reader.value(), modules: try reader.list())
  }
}

extension SuiteScript {
  /// The texts that findings may point into.
  package var texts: SourceFiles {
    SourceFiles(
      ([script] + modules.map(\.script)).map {
        SourceFile(path: $0.path, text: String(decoding: $0.bytes, as: UTF8.self))
      })
  }
}

extension Plugin: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(manifest.id)
    writer.write(manifest.title.zh)
    writer.write(manifest.title.en)
    writer.write(manifest.version)
    writer.write(manifest.area)
    writer.write(manifest.extends?.id)
    writer.write(scripts)
    writer.write(modules)
    writer.write(catalog.map { InputBytes(path: $0.path, bytes: $0.bytes) })
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let id = try reader.text()
    let zh = try reader.text()
    let title = Title(zh: zh, en: try reader.text())
    let version = try reader.text()
    let area = try reader.text()
    let extended = try reader.optional(String.self)
    self.init(
      manifest: PluginManifest(
        id: id, title: title, version: version, area: area,
        extends: extended.map { .init(id: $0) }),
      scripts: try reader.list(), modules: try reader.list(),
      catalog: try reader.list(of: InputBytes.self).map {
        CatalogFile(path: $0.path, bytes: $0.bytes)
      })
  }
}

extension Script: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(path)
    writer.write(bytes)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(path: try reader.text(), bytes: try reader.data())
  }
}

extension ScriptModule: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(name)
    writer.write(script)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(name: try reader.text(), script: try Script(from: &reader))
  }
}

extension LuaLimits: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(memory)
    writer.write(instructions)
    writer.write(sourceBytes)
    writer.write(result.depth)
    writer.write(result.entries)
    writer.write(result.bytes)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      memory: try reader.integer(), instructions: try reader.integer(),
      sourceBytes: try reader.integer(),
      result: LuaTextLimits(
        depth: try reader.integer(), entries: try reader.integer(), bytes: try reader.integer()))
  }
}
