// Adding a plugin to the list in `yardstick.yaml`, as a person would in an editor.

import Diagnostics
import Foundation

/// Adds an entry to the list of plugins and leaves every other character as it is.
struct PluginListEdit {
  private let entry: String
  private let configuration: WorkspaceConfiguration

  /// - Parameters:
  ///   - entry: The plugin's folder, as seen from the workspace.
  ///   - configuration: What the file says now.
  init(adding entry: String, to configuration: WorkspaceConfiguration) {
    self.entry = entry
    self.configuration = configuration
  }

  /// Changes the file in a folder, and says whether that was possible.
  func apply(in folder: String) -> Bool {
    let file = URL(filePath: InputFile.path(WorkspaceConfiguration.fileName, in: folder))
      .resolvingSymlinksInPath()
    guard let data = try? Data(contentsOf: file), let text = String(data: data, encoding: .utf8),
      let changed = changed(text)
    else { return false }
    return (try? Data(changed.utf8).write(to: file, options: .atomic)) != nil
  }

  /// The text with the entry; `nil` when the list is written in a way that this does not understand.
  func changed(_ text: String) -> String? {
    guard let last = configuration.plugins.last?.span else { return nil }
    let lines = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    guard lines.indices.contains(last.line - 1) else { return nil }
    let line = lines[last.line - 1]
    let before = line.prefix(last.column - 1)
    let scalar = YAMLText.scalar(entry)
    var changed = text
    let isItem = before.contains("-") && before.allSatisfy { $0 == "-" || $0.isWhitespace }
    if isItem {
      let end = text[line.endIndex...].first ?? "\n"
      changed.insert(contentsOf: "\(end)\(before)\(scalar)", at: line.endIndex)
    } else {
      let rest = line.dropFirst(last.column - 1 + last.length)
      changed.insert(contentsOf: ", \(scalar)", at: rest.startIndex)
    }
    return isAsWanted(changed) ? changed : nil
  }

  private func isAsWanted(_ text: String) -> Bool {
    let read = try? WorkspaceConfiguration(
      path: WorkspaceConfiguration.fileName, bytes: Array(text.utf8))
    return read?.plugins.map(\.path) == configuration.plugins.map(\.path) + [entry]
  }
}
