// The workspace at hand against the one that a store was made in.

import Diagnostics
import Evaluation
import Presentation
import Registers
import Stores

/// What has changed in the workspace since a store was made, and what would be decided today.
struct StoreComparison {
  /// What would be decided today where that is something else, by the position of the eligibility.
  private(set) var today: [Int: Today] = [:]

  private var state: State

  private enum State {
    case unchanged
    case changed([Part])
    case notCompared(Failure)
    /// The row does not fit the catalogue of today.
    case notReadable([Part], Failure)
  }

  private enum Part: String {
    case catalogue, scripts, data
  }

  /// What would be decided on a subject today.
  enum Today {
    case decided(DecisionRecord)
    case undefined
  }

  init(
    _ run: StoredRun, _ stored: StoredSubject, asked: [Int],
    with open: (_ area: String) throws(Failure) -> Workspace
  ) {
    let workspace: Workspace
    do throws(Failure) {
      workspace = try open(run.moment.area)
    } catch {
      state = .notCompared(error)
      return
    }
    let (before, now) = (run.digests, workspace.digests())
    var parts: [Part] = []
    if before.catalog != now.catalog { parts.append(.catalogue) }
    if before.scripts != now.scripts { parts.append(.scripts) }
    if before.data != now.data { parts.append(.data) }
    guard !parts.isEmpty else {
      state = .unchanged
      return
    }
    state = .changed(parts)
    do throws(Failure) {
      let subject = try run.read(stored, workspace.catalog)
      let known = asked.filter {
        workspace.evaluator.eligibilities.ids.contains(run.eligibilities[$0])
      }
      for position in asked where !known.contains(position) { today[position] = .undefined }
      let results = workspace.evaluator.decide(
        known.map { run.eligibilities[$0] }, on: subject, at: run.moment)
      for (position, result) in zip(known, results) {
        let record = DecisionRecord(try? result.get())
        if record != stored.decisions[position] { today[position] = .decided(record) }
      }
    } catch {
      state = .notReadable(parts, error)
    }
  }

  /// What there is to say about it, in lines.
  func lines(_ language: Language) -> [String] {
    switch state {
    case .unchanged:
      return [
        language.text(
          en: "catalogue, scripts and data are those of the workspace at hand",
          zh: "目录、脚本和数据与当前工作区相同")
      ]
    case .notCompared(let failure):
      let reason = failure.findings.first?.message ?? ""
      return [
        language.text(
          en: "nothing could be compared with a workspace: \(reason)", zh: "未能与工作区比较：\(reason)")
      ]
    case .notReadable(let parts, let failure):
      let reason = failure.findings.first?.message ?? ""
      return [
        changed(parts, language)
          + language.text(
            en: "; the row cannot be read today: \(reason)", zh: "；该行现已无法读取：\(reason)")
      ]
    case .changed(let parts):
      let outcome =
        today.isEmpty
        ? language.text(en: "the same would be decided today", zh: "如今判定结果相同")
        : language.text(en: "something else would be decided today", zh: "如今判定结果不同")
      return [changed(parts, language) + language.text(en: "; ", zh: "；") + outcome]
    }
  }

  private func changed(_ parts: [Part], _ language: Language) -> String {
    let names = parts.map { part in
      switch part {
      case .catalogue: language.text(en: "the catalogue", zh: "目录")
      case .scripts: language.text(en: "the scripts", zh: "脚本")
      case .data: language.text(en: "the data", zh: "数据")
      }
    }
    return language.text(
      en: "changed since in the workspace at hand: \(names.joined(separator: ", "))",
      zh: "当前工作区此后有变化：\(names.joined(separator: "、"))")
  }

  /// Which parts have changed; `null` when nothing could be compared.
  var json: JSONValue {
    switch state {
    case .notCompared: .null
    case .unchanged: ["changed": .strings([String]())]
    case .changed(let parts), .notReadable(let parts, _):
      ["changed": .strings(parts.map { $0 == .catalogue ? "catalog" : $0.rawValue })]
    }
  }
}
