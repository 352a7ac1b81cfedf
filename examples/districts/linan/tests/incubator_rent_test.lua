-- An example, not policy: the brackets of the rent subsidy, at each boundary and one fen below it.

suite "linan_incubator_rent" {
  at    = 2026,
  given = { area = "330112", incubator = "district", rent_paid = "8万元" },

  { "half of the first 100,000",   expect = { eligible = true, amount = "4万元" } },
  { "an incubator of the nation",  given = { incubator = "national" }, expect = { eligible = true } },
  { "no incubator",                given = { incubator = "none" },
    expect = { eligible = false, unmet = { "is in an incubator of the district or the nation" } } },
  { "the incubator is not known",  given = { incubator = missing },
    expect = { status = "undetermined", missing = { "incubator" } } },
  { "in another district",         given = { area = "330108" },
    expect = { eligible = false, unmet = { "is in the district" } } },
  { "the place is not known",      given = { area = missing },
    expect = { status = "undetermined", missing = { "area" } } },
  { "the rent is not known",       given = { rent_paid = missing },
    expect = { status = "undetermined", missing = { "rent_paid" } } },

  { "no rent",                     given = { rent_paid = "0元" }, expect = { amount = "0元" } },
  -- half of 99999.99元 is 49999.995元, which rounds half up
  { "one fen below 100,000",       given = { rent_paid = "99999.99元" },
    expect = { computed = "49999.995元", amount = "5万元" } },
  { "the first bracket is full",   given = { rent_paid = "10万元" }, expect = { amount = "5万元" } },
  { "ten fen above 100,000",       given = { rent_paid = "100000.10元" },
    expect = { amount = "50000.03元" } },
  { "ten fen below 300,000",       given = { rent_paid = "299999.90元" },
    expect = { amount = "109999.97元" } },
  { "the second bracket is full",  given = { rent_paid = "30万元" }, expect = { amount = "11万元" } },
  { "nothing of what is above",    given = { rent_paid = "5000万元" }, expect = { amount = "11万元" } },
}
