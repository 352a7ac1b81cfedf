// What `:help` shows.

import Yardstick

/// What `:help` shows.
enum HelpPage {
  static func text(_ settings: PromptSettings) -> String {
    let language = settings.language
    var lines = [
      settings.style.bold(language.text(en: "Lua", zh: "Lua 表达式")),
      "  obs.gdp[2024]    obs(\"CN\").gdp[at]    obs.gdp",
      "  decide(\"rd_headquarters_grant\")    assess(\"rd_intensity\")    value(\"goods_trade_growth\")",
      "  subject \"E0000001\"    e.rd_spend    p(\"rd_headquarters_grant\").cap",
      "  indicator \"mine\" { unit = \"%\", value = function(obs, at) return … end }",
      "  "
        + language.text(
          en: "results are kept as _1, _2, …, and _ is the last one",
          zh: "结果依次保存为 _1、_2……，_ 为最近一个"), "",
      settings.style.bold(language.text(en: "Commands", zh: "命令")),
    ]
    var rows = [
      (
        "?NAME",
        language.text(
          en: "what a name stands for: titles, unit, clause, figures", zh: "名称的含义：标题、单位、条款、数据")
      ),
      ("??NAME", language.text(en: "the script that defines it", zh: "其脚本")),
    ]
    rows += PromptCommand.all.map { command in
      (
        ":\(command.name)" + (command.usage.isEmpty ? "" : " " + command.usage),
        command.summary(language)
      )
    }
    let width = rows.map(\.0.displayWidth).max() ?? 0
    lines += rows.map { usage, summary in
      "  " + usage + String(repeating: " ", count: width - usage.displayWidth + 2) + summary
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
