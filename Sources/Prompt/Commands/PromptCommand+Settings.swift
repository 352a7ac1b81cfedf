// Commands that say what the session is about: `:at`, `:area`, `:plugin`, `:subjects`, `:mode`, `:limits`.

import Yardstick

extension PromptCommand {
  static let settings: [PromptCommand] = [
    PromptCommand(
      name: "at", usage: "[PERIOD]", argument: .text, en: "the period that `at` stands for",
      zh: "设定时期 at"
    ) { session, text throws(Failure) in
      if !text.isEmpty { session.period = try PromptSession.period(text) }
      return PromptReply(output: "at \(session.period)\n")
    },
    PromptCommand(
      name: "area", usage: "[AREA]", argument: .area, en: "the area whose rules and figures hold",
      zh: "设定地区"
    ) { session, text throws(Failure) in
      if !text.isEmpty { try session.reopen(area: text) }
      return PromptReply(output: place(session))
    },
    PromptCommand(
      name: "plugin", usage: "[ID]", argument: .plugin,
      en: "the plugin whose rules hold, and none after it", zh: "设定插件，其后的插件不加载"
    ) { session, text throws(Failure) in
      if !text.isEmpty { try session.reopen(through: text) }
      return PromptReply(output: place(session))
    },
    PromptCommand(
      name: "subjects", usage: "[FILE] [--OPTION …]", argument: .file,
      en: "load the subjects of a register",
      zh: "载入对象名册"
    ) { session, text throws(Failure) in
      let argument = try SubjectsArgument(text)
      let loaded = try session.load(register: argument.path, reading: argument.reading)
      let rejected = loaded.rejects.count
      return PromptReply(
        output: session.settings.language.text(
          en: "\(loaded.count) \(loaded.count == 1 ? "subject" : "subjects")"
            + (rejected > 0 ? ", \(rejected) \(rejected == 1 ? "row" : "rows") rejected" : ""),
          zh: "\(loaded.count)个对象" + (rejected > 0 ? "，\(rejected)行未能读取" : "")) + "\n",
        findings: loaded.rejects.prefix(5).map(\.reason.asWarning))
    },
    PromptCommand(
      name: "mode", usage: "[table|csv|json|markdown]", argument: .mode,
      en: "how results are written", zh: "结果的格式"
    ) { session, text throws(Failure) in
      if !text.isEmpty {
        guard let mode = PromptMode(rawValue: text) else {
          throw Failure(
            Finding(
              "prompt.mode", "there is no mode `\(text)`",
              suggestion: NearestName.suggestion(
                for: text, among: PromptMode.allCases.map(\.rawValue))))
        }
        session.choose(mode)
      }
      return PromptReply(output: "mode \(session.mode.rawValue)\n")
    },
    PromptCommand(
      name: "limits", usage: "[memory|instructions|time VALUE]",
      argument: .choice(["memory", "instructions", "time"]), en: "what one entry may use",
      zh: "单次执行的资源上限"
    ) { session, text throws(Failure) in try limits(text, session) },
    PromptCommand(
      name: "reload", usage: "", argument: .nothing,
      en: "read the workspace again; variables stay", zh: "重新载入工作区，保留变量"
    ) { session, _ throws(Failure) in
      try session.reopen(through: session.plugin)
      return PromptReply(output: place(session))
    },
  ]

  /// Where the session is.
  private static func place(_ session: PromptSession) -> String {
    let catalog = session.workspace.catalog
    let area = session.workspace.area
    let title = catalog.areas[area].map { " " + session.settings.language.title($0.title) } ?? ""
    return "\(area)\(title) · "
      + session.workspace.plugins.map(\.manifest.id).joined(separator: ", ") + "\n"
  }

  private static func limits(
    _ text: String, _ session: PromptSession
  ) throws(Failure) -> PromptReply {
    var reply = PromptReply()
    if !text.isEmpty {
      let words = text.split(separator: " ").map(String.init)
      var settings = session.settings.limits
      switch (words.first, words.count == 2 ? words[1] : nil) {
      case ("memory", let value?): settings.memory = try read(value, "64MiB", ByteCount.init)
      case ("time", let value?): settings.time = try read(value, "2s", TimeLimit.init)
      case ("instructions", let value?):
        settings.instructions = try read(value, "20000000") { text in
          Int(text).flatMap { $0 >= 1000 ? $0 : nil }
        }
      default: throw needs("limits", "a limit and its value", example: "time 5s")
      }
      let before = session.settings.limits
      session.settings.limits = settings
      do throws(Failure) {
        try session.reopen(through: session.plugin)
      } catch {
        session.settings.limits = before
        throw error
      }
    }
    let limits = session.workspace.limits
    reply.output = TextTable(
      [.init("limit"), .init("value", .right)],
      rows: [
        ["memory", ByteCount(bytes: limits.lua.memory).description],
        ["instructions", "\(limits.lua.instructions)"], ["time", limits.wallTime.text],
      ]
    ).text(style: session.settings.style)
    return reply
  }

  private static func read<Value>(
    _ text: String, _ example: String, _ parse: (String) -> Value?
  ) throws(Failure) -> Value {
    guard let value = parse(text) else {
      throw Failure(
        Finding(
          "prompt.limit", "`\(text)` is not such a limit",
          suggestion: "write for example \(example)"))
    }
    return value
  }
}

extension Finding {
  /// The finding as a warning, for what does not stop anything.
  var asWarning: Finding {
    Finding(code, message, severity: .warning, at: span, notes: notes, suggestion: suggestion)
  }
}
