-- Measure 17: what is proposed for a nationally approved market pilot, up to the cap.

suite "market_pilot_award" {
  at    = "2027",
  given = { market_operator = true, market_pilot_approved = true, market_award_proposed = "600万元" },

  { "pays what is proposed", expect = { eligible = true, amount = "600万元", capped_by = missing } },
  { "up to the cap", given = { market_award_proposed = "1000万元" },
    expect = { amount = "1000万元", capped_by = missing } },
  { "and no more", given = { market_award_proposed = "1亿元" },
    expect = { computed = "1亿元", amount = "1000万元", capped_by = "cap" } },
  { "no market operator", given = { market_operator = false },
    expect = { eligible = false, unmet = { "operates a market" } } },
  { "no approval", given = { market_pilot_approved = false },
    expect = { eligible = false, unmet = { "holds a nationally approved pilot" } } },
  { "nothing known", given = { market_operator = missing, market_pilot_approved = missing },
    expect = { status = "undetermined", missing = { "market_operator", "market_pilot_approved" } } },
  { "approved without a proposal", given = { market_award_proposed = missing },
    expect = { status = "undetermined", missing = { "market_award_proposed" } } },
}
