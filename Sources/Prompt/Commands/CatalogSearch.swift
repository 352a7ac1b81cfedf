// `:find`: everything whose id or title holds a word.

import Yardstick

/// Finds entries of the catalogue and definitions by a part of their id or title.
struct CatalogSearch {
  private let session: PromptSession

  init(_ session: PromptSession) { self.session = session }

  /// A row for each thing that was found.
  ///
  /// - Throws: a `Failure` when nothing was found.
  func text(for word: String) throws(Failure) -> String {
    let language = session.settings.language
    var table = TextTable([
      .init(language.text(en: "kind", zh: "类别")), .init(language.text(en: "id", zh: "标识")),
      .init(language.text(en: "title", zh: "名称")),
    ])
    let wanted = word.lowercased()
    for (kind, id, title) in entries {
      let texts = [id, title.zh, title.en].map { $0.lowercased() }
      guard texts.contains(where: { $0.contains(wanted) }) else { continue }
      table.add([kind, id, title.zh == title.en ? title.zh : "\(title.zh) \(title.en)"])
    }
    guard !table.rows.isEmpty else {
      throw Failure(
        Finding(
          "prompt.not-found", "nothing is called `\(word)`",
          suggestion: NearestName.suggestion(for: word, among: Set(entries.map(\.id)))
            ?? "try a shorter word"), kind: .findings)
    }
    return table.text(width: session.settings.width(), style: session.settings.style)
  }

  private var entries: [(kind: String, id: String, title: Title)] {
    let catalog = session.workspace.catalog
    let evaluator = session.workspace.evaluator
    func label(_ en: String, _ zh: String) -> String {
      session.settings.language.text(en: en, zh: zh)
    }
    let known = Set(catalog.instruments.ids + catalog.targets.ids)
    let defined = (evaluator.eligibilities.ids + evaluator.indicators.ids).filter {
      !known.contains($0)
    }
    return catalog.measures.map { (label("measure", "举措"), "\($0.number)", $0.title) }
      + catalog.targets.map { (label("target", "目标"), $0.id, $0.title) }
      + catalog.instruments.map { (label("instrument", "政策工具"), $0.id, $0.title) }
      + catalog.instruments.flatMap { instrument in
        instrument.parameters.map {
          (label("parameter", "参数"), "\(instrument.id).\($0.name)", $0.title)
        }
      }
      + catalog.series.map { (label("series", "序列"), $0.id, $0.title) }
      + catalog.subjects.flatMap(\.fields).map { (label("field", "字段"), $0.name, $0.title) }
      + catalog.areas.map { (label("area", "地区"), $0.id, $0.title) }
      + catalog.departments.map { (label("department", "部门"), $0.id, $0.title) }
      + defined.map { (label("definition", "定义"), $0, Title(zh: $0, en: $0)) }
  }
}
