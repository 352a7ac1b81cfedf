// What Tab does at the prompt.

import TerminalTestSupport
import Testing

extension TerminalTests {
  @Suite struct Completion {
    @Test func `one Tab inserts what all candidates share`() async throws {
      let prompt = try await TerminalPrompt()
      let cases = [
        ("obs.ou", "obs.output"), ("obs(\"CN\").fir", "obs(\"CN\").firms"),
        ("x = obs.research", "x = obs.research_intensity"), ("obs.output[20", "obs.output[202"),
        ("decide \"res", "decide \"research_grant"), ("assess(\"firms", "assess(\"firms_added"),
        ("e.regi", "e.registered_on"), ("p.fl", "p.floor"), ("p(\"exp", "p(\"export_voucher"),
        ("e.size == \"med", "e.size == \"medium"), ("obs(\"C", "obs(\"CN"), (":hel", ":help"),
        (":mode mark", ":mode markdown"), ("?outp", "?output"), (":plot out", ":plot output"),
        (":subjects da", ":subjects data/"), (":subjects data/fi", ":subjects data/firms.csv"),
        (":why research_g", ":why research_grant"), ("stats.hh", "stats.hhi"),
        ("tostr", "tostring"), ("-- obs.ou", "-- obs.ou"), ("nothing_such.a", "nothing_such.a"),
      ]
      for (typed, line) in cases {
        try prompt.terminal.type(typed)
        try prompt.terminal.press("Tab")
        // The mark tells that the key was answered where it changes nothing.
        try prompt.terminal.type("…")
        try await prompt.wait(forLine: "\(TerminalPrompt.line) \(line)…")
        try prompt.terminal.press("C-u")
        try await prompt.wait(forLine: TerminalPrompt.line)
      }
    }

    @Test func `a second Tab lists the candidates with what they are`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.terminal.type("x = e.")
      try prompt.terminal.press("Tab", "Tab")
      try await prompt.wait(
        for: "area           place", "employees      employees", "exporter       exporter",
        "id             number", "name           name", "patents        patents",
        "rd_spend       research spending", "registered_on  date of registration",
        "since          year of arrival", "size           size",
        line: "\(TerminalPrompt.line) x = e.")
      try prompt.terminal.type("s")
      try prompt.terminal.press("Tab", "Tab")
      try await prompt.wait(
        for: "since  year of arrival", "size   size", line: "\(TerminalPrompt.line) x = e.si")
    }

    @Test func `candidates have titles in Chinese`() async throws {
      let prompt = try await TerminalPrompt("--lang", "zh", line: "示例市 2025 >")
      try prompt.terminal.type("obs(\"100\").")
      try prompt.terminal.press("Tab")
      try await prompt.wait(
        for: "firms               企业数", "output              产值", "research_intensity  研发强度",
        line: "示例市 2025 > obs(\"100\").")
    }

    @Test func `what stands behind the cursor stays`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.terminal.type("print(obs.[2024] + 1)")
      try prompt.terminal.press("C-a", "Right", "Right", "Right", "Right", "Right", "Right")
      try prompt.terminal.press("Right", "Right", "Right", "Right")
      try prompt.terminal.type("fi")
      try prompt.terminal.press("Tab")
      try await prompt.wait(forLine: "\(TerminalPrompt.line) print(obs.firms[2024] + 1)")
      try prompt.terminal.press("C-e", "BSpace", "BSpace", "BSpace", "BSpace", "BSpace")
      try prompt.enter(")")
      try await prompt.wait(
        for: "\(TerminalPrompt.line) print(obs.firms[2024])", "1215家")
    }

    @Test func `variables, results and their members are known`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("growth_of_output = { first = 1, second = 2 }")
      try await prompt.wait()
      try prompt.terminal.type("gro")
      try prompt.terminal.press("Tab")
      try prompt.terminal.type(".")
      try prompt.terminal.press("Tab")
      try await prompt.wait(for: "first   second", line: "\(TerminalPrompt.line) growth_of_output.")
    }

    @Test func `a line further down knows the lines above it`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("if e.size ==")
      try await prompt.wait(forLine: "…")
      try prompt.terminal.type("\"lar")
      try prompt.terminal.press("Tab")
      try await prompt.wait(forLine: "… \"large")
    }

    @Test func `keys of loaded subjects are known`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter(":subjects")
      try await prompt.wait(for: "5 subjects")
      try prompt.terminal.type("subject \"")
      try prompt.terminal.press("Tab", "Tab")
      try await prompt.wait(
        for: "F1  F2  F3  F4  F5", line: "\(TerminalPrompt.line) subject \"F")
    }

    @Test func `commands are listed with what they do`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.terminal.type(":pl")
      try prompt.terminal.press("Tab")
      try await prompt.wait(
        for: ":plot    draw a series, or a list of numbers",
        ":plugin  the plugin whose rules hold, and none after it",
        line: "\(TerminalPrompt.line) :pl")
    }
  }
}
