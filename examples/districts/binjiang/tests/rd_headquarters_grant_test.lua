-- An example, not policy: the city's grant with the district's cap, which is raised on 2026-01-01, and with the
-- district's own conditions, which replace the city's on the same day.

suite "rd_headquarters_grant" {
  at    = 2026,
  given = { area = "330108", introduced_year = 2026, headquarters = "rd", rd_spend = "1200万元" },

  { "pays five per cent",        expect = { eligible = true, amount = "60万元" } },
  { "brought in the year before", given = { introduced_year = 2025 }, expect = { eligible = true } },
  { "brought in two years before", given = { introduced_year = 2024 },
    expect = { eligible = false, unmet = { "introduced in the year or the one before" } } },
  { "brought in later",          given = { introduced_year = 2027 },
    expect = { eligible = false, unmet = { "当年或上一年引进" } } },
  { "the year is not known",     given = { introduced_year = missing },
    expect = { status = "undetermined", missing = { "introduced_year" } } },
  { "another headquarters",      given = { headquarters = "regional" },
    expect = { eligible = false, unmet = { "is an R&D headquarters" } } },
  { "the kind is not known",     given = { headquarters = missing },
    expect = { status = "undetermined", missing = { "headquarters" } } },
  { "the floor is inclusive",    given = { rd_spend = "1000万元" },
    expect = { eligible = true, amount = "50万元" } },
  { "one fen below the floor",   given = { rd_spend = "9999999.99元" },
    expect = { eligible = false, unmet = { "R&D spend reaches the floor" } } },
  { "the spend is not known",    given = { rd_spend = missing },
    expect = { status = "undetermined", missing = { "rd_spend" } } },

  -- 5% of 1.6亿元 is the raised cap to the fen; one fen of grant is 20 fen of spend
  { "one fen below the raised cap", given = { rd_spend = "159999999.80元" },
    expect = { amount = "7999999.99元", capped_by = missing } },
  { "the raised cap to the fen", given = { rd_spend = "1.6亿元" },
    expect = { amount = "800万元", capped_by = missing } },
  { "one fen above the raised cap", given = { rd_spend = "160000000.20元" },
    expect = { computed = "8000000.01元", amount = "800万元", capped_by = "cap" } },
}

-- Until the end of 2025 the city's conditions and the city's cap hold in the district too.
suite "rd_headquarters_grant" {
  at    = 2025,
  given = { area = "330108", introduced_year = 2025, headquarters = "rd", rd_spend = "1.6亿元" },

  { "the city's cap until 2025", expect = { eligible = true, amount = "500万元", capped_by = "cap" } },
  { "the year before did not count", given = { introduced_year = 2024 },
    expect = { eligible = false, unmet = { "introduced in the year" } } },
  { "the last day of the old rules", at = "2025-12-31", expect = { amount = "500万元" } },
  { "the first day of the new rules", at = "2026-01-01", expect = { amount = "800万元" } },
}
