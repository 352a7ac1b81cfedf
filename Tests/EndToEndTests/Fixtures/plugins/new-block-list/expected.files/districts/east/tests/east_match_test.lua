-- `given` holds for every case, and a case lays its own over it; `missing` is what is not known.
-- A good suite has each condition met, unmet and unknown: `yardstick test --coverage text` says what lacks.

suite "east_match" {
  at = 2026,
  given = { area = "101", size = "small", rd_spend = "10000万元" },

  { "adds its share", expect = { eligible = true, amount = "100万元" } },
  { "nothing to match", given = { size = "large" },
    expect = { eligible = false, unmet = { "receives what is matched" } } },
  { "not known whether there is", given = { size = missing },
    expect = { status = "undetermined", missing = { "research_grant" } } },
  { "elsewhere", given = { area = "100" },
    expect = { eligible = false, unmet = { "is in the area" } } },
  { "place not known", given = { area = missing },
    expect = { status = "undetermined", missing = { "area" } } },
}
