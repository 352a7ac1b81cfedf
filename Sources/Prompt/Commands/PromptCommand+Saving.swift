// Commands that keep what was found: `:save`, `:export`.

import Yardstick

extension PromptCommand {
  static let saving: [PromptCommand] = [
    PromptCommand(
      name: "save", usage: "indicator NAME | eligibility NAME | transcript FILE",
      argument: .choice(["indicator", "eligibility", "transcript"]),
      en: "write a definition with a suite, or the session, to files", zh: "将定义及测试或会话记录存盘"
    ) { session, text throws(Failure) in
      let words = text.split(separator: " ", maxSplits: 1).map(\.trimmed)
      guard words.count == 2 else {
        throw needs("save", "what and a name", example: "indicator my_growth")
      }
      switch words[0] {
      case "transcript":
        try OutputFile.write(
          try TranscriptRunner.record(session.exchanges.map(\.entry), session.settings),
          to: words[1])
        return PromptReply(output: words[1] + "\n")
      case "indicator", "eligibility":
        guard let kind = PromptDefinition.Kind(rawValue: words[0]) else { break }
        return try save(kind, words[1], session)
      default: break
      }
      throw Failure(
        Finding(
          "prompt.save", "`\(words[0])` cannot be saved",
          suggestion: NearestName.suggestion(
            for: words[0], among: ["indicator", "eligibility", "transcript"])))
    },
    PromptCommand(
      name: "export", usage: "FILE", argument: .file,
      en: "write the last result: .csv, .json or .md by its name", zh: "导出最近的结果"
    ) { session, path throws(Failure) in
      guard !path.isEmpty else { throw needs("export", "a file", example: "growth.csv") }
      guard let last = session.last else {
        throw Failure(
          Finding("prompt.export", "there is no result yet", suggestion: "type an expression first")
        )
      }
      let endings: [(String, PromptMode)] = [
        (".csv", .csv), (".json", .json), (".md", .markdown), (".txt", .table),
      ]
      guard let mode = endings.first(where: { path.hasSuffix($0.0) })?.1 else {
        throw Failure(
          Finding(
            "prompt.export", "the name `\(path)` does not say what to write",
            suggestion: "let it end in .csv, .json, .md or .txt"))
      }
      let printer = ValuePrinter(session)
      try OutputFile.write(
        last.values.map { printer.print($0).written(mode) }.joined(separator: "\n"), to: path)
      return PromptReply(output: path + "\n")
    },
  ]

  private static func save(
    _ kind: PromptDefinition.Kind, _ id: String, _ session: PromptSession
  ) throws(Failure) -> PromptReply {
    let plugin = session.workspace.plugins.last?.manifest.id ?? ""
    let saved = try DefinitionWriter(session).definition(kind, id)
    let settings = session.settings
    let (paths, run) = try saved.write(
      to: plugin, in: settings.folder, scripts: settings.place, limits: settings.limits)
    return PromptReply(
      output: (paths + [run.report(.text).trimmed]).map { $0 + "\n" }.joined())
  }
}
