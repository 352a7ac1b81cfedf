// Completion in a session.

import Foundation
import Yardstick

extension PromptSession {
  /// What can stand at the end of a text, with the word that it would take the place of.
  ///
  /// - Parameter text: The entry up to the cursor, with its earlier lines.
  public func completions(for text: String) -> (word: String, candidates: [Candidate]) {
    completer.candidates(for: text)
  }

  private var completer: Completer {
    let workspace = workspace
    return Completer(
      catalog: workspace.catalog, language: settings.language,
      eligibilities: workspace.evaluator.eligibilities.ids,
      indicators: workspace.evaluator.indicators.ids,
      plugins: { (try? Workspace.manifests(self.settings.folder).map(\.id)) ?? [] },
      variables: variables.map(\.name), subjects: register?.keys ?? [],
      periods: { series in
        var seen: Set<Period> = []
        return workspace.observations.all(series: series, area: workspace.area).map(\.period)
          .filter { seen.insert($0).inserted }.map(\.description)
      },
      members: { self.names(in: $0) }, files: Self.files)
  }

  /// The names in a global table; nothing where there is no such table.
  private func names(in name: String) -> [String] {
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" }) else {
      return []
    }
    let text = """
      (function()
        local names = {}
        if type(\(name)) == "table" then
          for key in pairs(\(name)) do if type(key) == "string" then names[#names + 1] = key end end
        end
        return names
      end)()
      """
    guard case .table(let found)? = try? values(of: text).first else { return [] }
    return found.items.compactMap { if case .text(let name, _) = $0 { name } else { nil } }
  }

  /// The files and folders that begin with a path.
  private static func files(_ beginning: String) -> [String] {
    let parts = beginning.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.isEmpty ? (beginning.hasPrefix("/") ? "/" : ".") : folder)
    return (names ?? []).filter { !$0.hasPrefix(".") }.map { name in
      let path = parts.count > 1 ? folder + "/" + name : name
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      return exists && isFolder.boolValue ? path + "/" : path
    }
  }
}
