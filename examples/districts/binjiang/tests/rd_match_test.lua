-- An example, not policy: the district's match, with both of its definitions, and what is paid together.

-- From 2026 on: 30%, without a floor of its own.
suite "binjiang_rd_match" {
  at    = 2026,
  given = { area = "330108", introduced_year = 2026, headquarters = "rd", rd_spend = "1200万元" },

  { "30% of the city's grant", expect = { eligible = true, amount = "18万元", set_aside = {},
      shares = { district = "12.6万元", park = "5.4万元" } } },
  { "elsewhere in the city", given = { area = "330106" },
    expect = { eligible = false, unmet = { "is in the district" } } },
  { "the place is not known", given = { area = missing },
    expect = { status = "undetermined", missing = { "area" } } },
  { "no grant, no match", given = { headquarters = "none" },
    expect = { eligible = false, unmet = { "receives the city's grant" } } },
  { "not known whether there is a grant", given = { rd_spend = missing },
    expect = { status = "undetermined", missing = { "rd_headquarters_grant" } } },

  -- 30% of a grant of 6666666.67元 is 2000000.001元, which rounds to the cap
  { "the cap of the match is reached", given = { rd_spend = "133333333.40元" },
    expect = { computed = "2000000.001元", amount = "200万元", capped_by = missing } },
  { "one fen above the cap", given = { rd_spend = "133333334元" },
    expect = { computed = "2000000.01元", amount = "200万元", capped_by = "cap" } },

  -- Grant and match together are limited to 900万元, and the grant is paid first.
  { "up to 900万元 together nothing is set aside", given = { rd_spend = "138461538元" },
    expect = { amount = "200万元", payable = "200万元", set_aside = {} } },
  { "the match gives way", given = { rd_spend = "1.5亿元" },
    expect = { amount = "200万元", payable = "150万元", set_aside = { "binjiang_rd_total" },
      shares = { district = "105万元", park = "45万元" } } },
  { "the raised cap leaves one million", given = { rd_spend = "2亿元" },
    expect = { amount = "200万元", payable = "100万元", set_aside = { "binjiang_rd_total" } } },
  { "the shares lose no fen", given = { rd_spend = "10000001元" },
    expect = { amount = "150000.02元", shares = { district = "105000.01元", park = "45000.01元" } } },
}

-- Until 2025: 20%, and only from a spend of 2000万元 on.
suite "binjiang_rd_match" {
  at    = 2025,
  given = { area = "330108", introduced_year = 2025, headquarters = "rd", rd_spend = "2000万元" },

  { "20% of the city's grant, from the floor on", expect = { eligible = true, amount = "20万元" } },
  { "one fen below the floor", given = { rd_spend = "19999999.99元" },
    expect = { eligible = false, unmet = { "spends at least 20 million on R&D" } } },
  { "no floor from 2026 on", at = "2026-01-01",
    given = { introduced_year = 2026, rd_spend = "19999999.99元" }, expect = { eligible = true } },
  { "30% from 2026 on", at = "2026-01-01", expect = { amount = "30万元" } },
  { "the last day of 20%", at = "2025-12-31", expect = { amount = "20万元" } },
  { "elsewhere in the city, until 2025", given = { area = "330106" },
    expect = { eligible = false, unmet = { "在本区" } } },
  { "the place is not known, until 2025", given = { area = missing },
    expect = { status = "undetermined", missing = { "area" } } },
  { "no grant, no match, until 2025", given = { introduced_year = 2024 },
    expect = { eligible = false, unmet = { "获得市级奖励" } } },
  { "the cap of 2025 to the fen", given = { rd_spend = "8000万元" },
    expect = { amount = "80万元", capped_by = missing } },
  { "one fen above the cap of 2025", given = { rd_spend = "80000001元" },
    expect = { computed = "800000.01元", amount = "80万元", capped_by = "cap" } },
  { "the cap of 2026 a day later", at = "2026-01-01",
    given = { introduced_year = 2026, rd_spend = "80000001元" },
    expect = { amount = "1200000.02元", capped_by = missing } },
  { "the spend is not known", given = { rd_spend = missing },
    expect = { status = "undetermined", missing = { "rd_headquarters_grant", "rd_spend" } } },
}
