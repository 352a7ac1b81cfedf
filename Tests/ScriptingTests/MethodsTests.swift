// `stats` and `progress` as scripts call them: values, units, and what is refused.

import Diagnostics
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

@Suite struct MethodsTests {
  /// Values are checked in the tests of the methods themselves; these are about calls and units.
  @Test(arguments: [
    ("stats.growth(quantity '100亿元', quantity '104.2亿元')", "4.2%"),
    ("stats.yoy { 100, 110, 99 }", "{10%, -10%}"),
    ("stats.yoy({ 10, 20, 11, 21 }, { per_year = 2 })", "{10%, 5%}"),
    ("stats.points_change(quantity '56.3%', quantity '56.7%')", "0.4个百分点"),
    ("stats.cagr(100, 121, 2)", "10%"),
    ("stats.required_rate(quantity '121', quantity '146.41', 2)", "10%"),
    ("stats.projection(quantity '121亿元', quantity '10%', 2)", "146.41亿元"),
    ("stats.cumulate { 1, 2, 3 }", "{1, 3, 6}"),
    ("stats.cumulate({ 1, 2, 3 }, { per_year = 2 })", "{1, 3, 3}"),
    ("stats.increments { quantity '3%', quantity '3.5%' }", "{0.5个百分点}"),
    ("stats.from_year_to_date { 1, 3, 6 }", "{1, 2, 3}"),
    ("stats.rebase({ 50, 60 }, 1)", "{100, 120}"),
    ("stats.link({ 100, 110 }, { 220, 231 })", "{200, 220, 231}"),
    ("stats.link({ 100, 110 }, { 220, 231 }, { keep = 'old' })", "{100, 110, 115.5}"),
    ("stats.deflate({ quantity '110.25亿元' }, { 105 })", "{105亿元}"),
    ("stats.deflate(quantity '110.25亿元', quantity '1.05', { base = 1 })", "105亿元"),
    ("stats.contribution(100, 109, 200)", "4.5个百分点"),
    ("stats.contribution_rate(100, 109, 200, 212)", "75%"),
    ("stats.share(quantity '25亿元', quantity '100亿元')", "25%"),
    ("stats.shares({ 1, 1, 1 }, { places = 1 })", "{33.4%, 33.3%, 33.3%}"),
    ("stats.ratio(3, 2)", "1.5"), ("stats.achievement(90, 120)", "75%"),
    ("stats.progress_ratio(10, 15, 20)", "50%"),
    ("stats.gap(quantity '13%', quantity '14.5%')", "-1.5个百分点"),
    ("stats.location_quotient(30, 100, 150, 1000)", "2"),
    ("stats.shift_share({ 10, 20 }, { 13, 21 }, { 100, 300 }, { 120, 320 }).total", "4"),
    ("stats.shift_share({ 10, 20 }, { 13, 21 }, { 100, 300 }, { 120, 320 }).sectors[1].mix", "1"),
    ("stats.hhi { 30, 30, 20, 20 }", "0.26"),
    ("stats.hhi({ 3, 1 }, { normalised = true })", "0.25"),
    ("stats.hhi({ quantity '30%', quantity '20%' }, { whole = '100%' })", "0.13"),
    ("stats.equivalent_number { 1, 1 }", "2"), ("stats.entropy { 1, 1 }", "0.69314718055994530942"),
    ("stats.entropy({ 5, 5, 5 }, { normalised = true })", "1"),
    ("stats.gini { 0, 0, 0, 9 }", "0.75"), ("stats.gini({ 0, 9 }, { normalised = true })", "1"),
    ("stats.gini({ 1, 3 }, { weights = { 2, 2 } })", "0.25"),
    ("stats.theil_t { 0, 1 }", "0.69314718055994530942"), ("stats.theil_l { 2, 2 }", "0"),
    ("stats.min_max { 10, 15, 20 }", "{0, 0.5, 1}"),
    ("stats.min_max({ 10, 20 }, { direction = 'down' })", "{1, 0}"),
    ("stats.z_scores { 1, 3 }", "{-1, 1}"),
    ("stats.standard_deviation({ 1, 3 }, { deviation = 'population' })", "1"),
    ("stats.goalposts(98, 20, 85, { limited = true })", "1"),
    ("stats.distance_to_target(3, 4)", "25%"), ("stats.mean { 1, 2, 6 }", "3"),
    ("stats.mean({ 10, 20 }, { weights = { 3, 1 } })", "12.5"),
    ("stats.geometric_mean { 2, 8 }", "4"), ("stats.harmonic_mean { 40, 60 }", "48"),
    ("stats.moving_average({ 1, 2, 3, 7 }, 3)", "{2, 4}"),
    ("stats.moving_average({ 30, 40, 50, 20, 34 }, 4, { centred = true })", "{35.5}"),
    ("stats.seasonal_indices({ 1, 2, 3, 1, 2, 3 }, 3)", "{0.5, 1, 1.5}"),
    ("stats.seasonal_indices({ 1, 2, 3, 1, 2, 3 }, 3, { first = 2 })", "{1.5, 0.5, 1}"),
    ("stats.quantile({ 4, 1, 3, 2 }, quantity '25%')", "1.75"), ("stats.median { 1, 2, 9 }", "2"),
    ("stats.correlation({ 1, 2, 3 }, { 1, 3, 2 })", "0.5"),
    ("stats.check_sum({ 33, 33, 33 }, 100, { places = 0 }).holds", "true"),
    ("stats.check_sum({ 33, 33, 33 }, 100, { places = 0 }).difference", "-1"),
    ("stats.check_part(12000, 7323).holds", "false"),
    (
      "stats.check_share(quantity '104.5', quantity '138.4', quantity '75.2%').holds", "false"
    ),
    ("stats.credit_code('91350100M000100Y43').valid", "true"),
    ("stats.credit_code('91350100M000100Y44').status", "doubtful"),
    ("stats.credit_code('91350100M000100Y44').expected", "3"),
    ("stats.area_code('330108').level", "county"), ("stats.area_code('330108').zh", "滨江区"),
    ("stats.area_code('330108').province", "330000"), ("stats.area_code('440100').known", "false"),
    ("stats.area_code('330113', { at = date '2021-04-08' }).valid", "false"),
    ("stats.area_code('330113', { at = at }).valid", "true"),
    ("stats.area_code('3301').valid", "false"), ("type(stats)", "stats"),
    ("type(stats.gini)", "function"),
    ("progress.met(quantity '4.2%', '>=', quantity '4.2%')", "true"),
    ("progress.met(quantity '第2位', '<=', quantity '第1位')", "false"),
    ("progress.met(105, '~', 100, 5)", "true"), ("progress.met(5, '<', 5)", "false"),
    ("progress.met(quantity '4.1%', '~', quantity '4%', quantity '0.1个百分点')", "true"),
  ])
  func answers(expression: String, expected: String) throws {
    #expect(try MethodsSample.value(expression) == expected)
  }

  /// From 100 to 110.25 in two years is 5 % a year, half of what 146.41 in four years needs.
  @Test(arguments: [
    (
      "progress.cagr_ratio",
      "{actual = 5%, ratio = 50%, remaining = 15.238095238095%, required = 10%, "
        + "status = \"insufficient\"}"
    ),
    (
      "progress.schedule",
      "{actual = 22.0857573799%, ratio = 44.1715147598%, required = 50%, "
        + "status = \"insufficient\"}"
    ),
  ])
  func judgesProgress(method: String, expected: String) throws {
    let given =
      "{ base = 100, from = 2023, value = quantity '110.25', at = 2025, target = '146.41', "
      + "due = 2027 }"
    #expect(try MethodsSample.value("\(method) \(given)") == expected)
    #expect(
      try MethodsSample.value("progress.status('\(method.dropFirst(9))', \(given))")
        == "insufficient")
  }

  @Test(arguments: [
    ("unsd", "value = 110, target = 150, due = 2026", "moderate"),
    ("schedule", "value = 110, target = 120, due = 2026", "on_track"),
    ("without_target", "value = 98, direction = 'down'", "on_track"),
    ("without_target", "value = 98, direction = 'up'", "moving_away"),
  ])
  func judgesByNamedMethods(method: String, given: String, expected: String) throws {
    #expect(
      try MethodsSample.value(
        "progress.\(method) { base = 100, from = 2024, at = 2025, \(given) }.status") == expected)
  }

  @Test(arguments: [
    ("stats.giny { 1 }", "`stats` has no method `giny` → did you mean `gini`?"),
    (
      "stats.regression { 1 }",
      "`stats` has no method `regression` → docs/methods.md lists what there is"
    ),
    (
      "stats.gini({ 1 }, { weight = 2 })",
      "`stats.gini` has no option `weight` → did you mean `weights`?"
    ),
    (
      "stats.share(1, 2, { places = 1 })", "`stats.share` has no option `places` → it has none"
    ),
    (
      "stats.gini { 1, 0.5 }",
      "`stats.gini`: value 2 of the list is a floating-point number, which is not exact"
        + " → write it as a quantity, such as `quantity \"0.5\"`"
    ),
    (
      "stats.share('5元', 3)",
      "`stats.share`: the part is the text \"5元\", not a quantity → write "
        + "`stats.share(part, whole)`"
    ),
    ("stats.share(5)", "`stats.share`: the whole is not given → write `stats.share(part, whole)`"),
    (
      "stats.gini(5)",
      "`stats.gini`: the list is the number 5, not a list"
        + " → write `stats.gini(list, { weights = …, normalised = true })`"
    ),
    (
      "stats.gini { 1, nil, 3 }",
      "`stats.gini`: value 2 of the list is not given"
        + " → write `stats.gini(list, { weights = …, normalised = true })`"
    ),
    (
      "stats.gini {}", "`stats.gini`: the list is empty → give at least one value"
    ),
    (
      "stats.gini { quantity '1元', quantity '1家' }",
      "`stats.gini`: value 2 is 1家 (家), and the first is 1元 (money) → use values of one kind"
    ),
    (
      "stats.growth(0, 5)",
      "`stats.growth`: growth from a zero base is not defined, and the base is 0"
        + " → give the change itself, or choose a base above 0"
    ),
    (
      "stats.gini({ 1 }, {}, 3)",
      "`stats.gini`: there are 3 arguments, more than it takes"
        + " → write `stats.gini(list, { weights = …, normalised = true })`"
    ),
    (
      "stats.gini({ 1 }, 'x')",
      "`stats.gini`: the last argument is the text \"x\", not a table of options"
        + " → write `stats.gini(list, { weights = …, normalised = true })`"
    ),
    (
      "stats.gini({ 1 }, { 'x' })",
      "`stats.gini`: options have names, and the number 1 is none"
        + " → write `stats.gini(list, { weights = …, normalised = true })`"
    ),
    (
      "stats.gini({ 1 }, { normalised = 1 })",
      "`stats.gini`: `normalised` is the number 1, not true or false"
        + " → write `stats.gini(list, { weights = …, normalised = true })`"
    ),
    (
      "stats.gini({ 1, 2 }, { normalised = true, weights = { 1, 2 } })",
      "`stats.gini`: `normalised` goes by the number of values, which weights leave open"
        + " → give one of the two"
    ),
    (
      "stats.min_max({ 1, 2 }, { direction = 'dwon' })",
      "`stats.min_max`: `direction` cannot be the text \"dwon\" → did you mean `down`?"
    ),
    (
      "stats.mean({ 1, 2 }, { availability = 0.5 })",
      "`stats.mean`: `availability` is a floating-point number, not a quantity such as `\"50%\"`"
        + " → write `stats.mean(list, { weights = …, availability = \"80%\" })`"
    ),
    (
      "stats.mean({ 1, 2 }, { availability = '50pc' })",
      "`stats.mean`: `availability` is no quantity: unknown unit `pc`"
    ),
    (
      "stats.cagr(1, 2, 1.5)",
      "`stats.cagr`: the number of years is a floating-point number, which is not exact"
        + " → write it as a quantity, such as `quantity \"0.5\"`"
    ),
    (
      "stats.gini(obs.gdp)",
      "`stats.gini`: the list is a series → take its values with `:values(from, to)`"
    ),
    (
      "progress.met(1, '=>', 2)",
      "`progress.met`: `=>` is no comparator → known here: `>`, `>=`, `~`, `=`, `<`, `<=`"
    ),
    (
      "progress.met(1, '~', 2)",
      "`progress.met`: `~` needs a tolerance"
        + " → write `progress.met(value, \">=\", target, tolerance)`"
    ),
    (
      "progress.met(1, '>', quantity '2元')",
      "`progress.met`: cannot compare 1 (number) with 2元 (money)"
        + " → write the number with a unit of money"
    ),
    (
      "stats.ratio(1)",
      "`stats.ratio`: the second value is not given → write `stats.ratio(value, other)`"
    ),
    (
      "stats.yoy { 1 }",
      "`stats.yoy`: a list of 1 values has none a year after another"
        + " → give more values, or a smaller `per_year`"
    ),
    (
      "stats.hhi({ 1 }, { normalised = true, whole = 2 })",
      "`stats.hhi`: `normalised` needs all values, and `whole` says that some are left out"
        + " → give one of the two"
    ),
    (
      "stats.check_sum({ 1 }, 1, { places = 40 })",
      "`places` is 40 → give a number from -12 to 12"
    ),
    (
      "progress.cagr_ratio {}",
      "`progress.cagr_ratio`: `from` is not given → write `progress.cagr_ratio"
        + " { base = …, from = 2020, value = …, at = at, target = …, due = 2027 }`"
    ),
    (
      "progress.without_target { base = 1, from = 2020, value = 2, at = at }",
      "`progress.without_target`: `direction` is not given: is more or less of it good?"
        + " → write `progress.without_target"
        + " { base = …, from = 2020, value = …, at = at, direction = \"up\" }`"
    ),
    (
      "progress.unsd { series = obs.gdp, base = 1, from = 2020, at = at, target = 2, due = 2027 }",
      "`progress.unsd`: a `series` has base and value already → give one or the other"
    ),
    (
      "progress.schedule { base = 1, from = 2020.5, value = 2, at = at, target = 2, due = 2027 }",
      "`progress.schedule`: `from` is a floating-point number, not a year → write"
        + " `progress.schedule { base = …, from = 2020, value = …, at = at, target = …, due "
        + "= 2027 }`"
    ),
    (
      "progress.status('cagr', {})",
      "there is no method `cagr` of judging progress"
        + " → known here: `cagr_ratio`, `schedule`, `unsd`, `without_target`"
    ),
    ("progress.unsdd {}", "`progress` has no method `unsdd` → did you mean `unsd`?"),
  ])
  func refuses(expression: String, expected: String) throws {
    #expect(try MethodsSample.problem(expression) == expected)
  }

  @Test func cannotBeChanged() throws {
    for statement in ["stats.gini = 1", "stats.new = 1", "progress.met = nil"] {
      let state = try MethodsSample.engine().state
      #expect(throws: LuaError.self) {
        try state.result(of: try state.load(statement, chunk: "=test"))
      }
    }
  }

  @Test func areInPlainChunks() throws {
    let chunk = Chunk(
      path: "-e", bytes: [UInt8]("stats.gini { 0, 0, 0, 9 }".utf8), isExpression: true)
    let outcome = ChunkRunner.run(chunk, units: .standard, limits: LuaLimits())
    #expect(outcome.value == "0.75")
  }

  @Test func areListedWithTheirCalls() {
    let names = HostMethod.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.wholeMatch(of: /(stats|progress)\.[a-z_]+/) != nil })
    #expect(HostMethod.all.allSatisfy { $0.usage.hasPrefix($0.name) })
  }
}

@Suite struct MethodErrorTests {
  @Test func pointAtTheCall() throws {
    let failure = try Sample.failure {
      _ = try Sample.indicator("local half = 1\n  return stats.growth(0, half)", unit: "%")
    }
    let found = try #require(failure?.findings.first)
    #expect(
      TextRenderer().render(found) == """
        a.lua:2:16: error: `stats.growth`: growth from a zero base is not defined, and the base is 0
         2 |   return stats.growth(0, half) end }
           |                ^~~~~~
            = help: give the change itself, or choose a base above 0

        """)
  }

  @Test func pointAtTheOption() throws {
    let failure = try Sample.failure {
      _ = try Sample.indicator("return\n  stats.gini({ 1 }, { weihgts = { 1 } })", unit: "%")
    }
    let found = try #require(failure?.findings.first)
    #expect(
      TextRenderer().render(found) == """
        a.lua:2:23: error: `stats.gini` has no option `weihgts`
         2 |   stats.gini({ 1 }, { weihgts = { 1 } }) end }
           |                       ^~~~~~~
            = help: did you mean `weights`?

        """)
  }
}
