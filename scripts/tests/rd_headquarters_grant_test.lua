-- Measure 7: the reward for an R&D headquarters that is new to the city.

suite "rd_headquarters_grant" {
  at    = "2027",
  given = { introduced_year = 2027, headquarters = "rd", rd_spend = "1200万元" },

  { "pays five per cent", expect = { eligible = true, amount = "60万元" } },
  { "the floor is inclusive", given = { rd_spend = "1000万元" },
    expect = { eligible = true, amount = "50万元" } },
  { "one fen below", given = { rd_spend = "9999999.99元" },
    expect = { eligible = false, unmet = { "R&D spend reaches the floor" }, amount = missing } },
  { "the cap is reached", given = { rd_spend = "1亿元" },
    expect = { amount = "500万元", computed = "500万元", capped_by = missing } },
  { "capped", given = { rd_spend = "2亿元" },
    expect = { amount = "500万元", computed = "1000万元", capped_by = "cap" } },
  { "rounds half up to the fen", given = { rd_spend = "10000000.10元" },
    expect = { computed = "500000.005元", amount = "500000.01元" } },
  { "introduced the year before", given = { introduced_year = 2026 },
    expect = { eligible = false, unmet = { "introduced in the year" } } },
  { "a regional headquarters", given = { headquarters = "regional" },
    expect = { eligible = false, unmet = { "is an R&D headquarters" } } },
  { "every condition that fails is named", given = { introduced_year = 2020, headquarters = "none" },
    expect = { unmet = { "当年新引进", "属于研发总部" }, met = { "研发投入达到起点" } } },
  { "spend not known", given = { rd_spend = missing },
    expect = { status = "undetermined", missing = { "rd_spend" } } },
  { "only the spend known", given = { introduced_year = missing, headquarters = missing },
    expect = {
      status = "undetermined",
      unknown = { "introduced in the year", "is an R&D headquarters" },
      missing = { "introduced_year", "headquarters" },
    } },
}
