// What stands before the cursor.

import Testing

@testable import Prompt

@Suite struct CompletionPlaceTests {
  @Test(
    arguments: [
      ("", .name, ""), ("ob", .name, "ob"), ("1 + su", .name, "su"),
      ("obs.gd", .member(of: "obs", separator: "."), "gd"),
      ("obs(\"CN\").", .member(of: "obs", separator: "."), ""),
      ("e:de", .member(of: "e", separator: ":"), "de"),
      ("stats.", .member(of: "stats", separator: "."), ""),
      ("obs.gdp[", .period(series: "gdp"), ""), ("obs.gdp[20", .period(series: "gdp"), "20"),
      ("obs(\"C", .text(after: "obs", field: nil), "C"),
      ("decide \"rd_", .text(after: "decide", field: nil), "rd_"),
      ("assess(\"", .text(after: "assess", field: nil), ""),
      ("decide(\"a\", subject \"E0", .text(after: "subject", field: nil), "E0"),
      ("e.size == \"sm", .text(after: "size", field: "size"), "sm"),
      ("{ unit = \"", .text(after: "unit", field: "unit"), ""),
      ("-- obs.", .nothing, ""), ("--[[ a\nobs.", .nothing, ""), ("[[obs.", .nothing, ""),
      ("-- a\nobs.gd", .member(of: "obs", separator: "."), "gd"),
      ("\"done\" .. na", .name, "na"), ("'it\\'s' .. x", .name, "x"),
      (":ar", .command, ":ar"), (":area 33", .argument(of: "area", text: "33"), "33"),
      (":why obs.gd", .argument(of: "why", text: "obs.gd"), "gd"),
      ("?gd", .topic, "gd"), ("??rd", .topic, "rd"),
    ] as [(String, CompletionPlace.Kind, String)])
  func `the words before the cursor say what can stand there`(
    _ text: String, _ kind: CompletionPlace.Kind, _ word: String
  ) {
    let place = CompletionPlace(text)
    #expect(place.kind == kind)
    #expect(place.word == word)
  }
}
