-- Measure 17: an award for a market operator that wins a nationally approved pilot. The document says "up to",
-- so the proposed amount is data and the cap is the catalogue's.

eligibility "market_pilot_award" {
  instrument = "market_pilot_award",
  requires = {
    { "operates a market",               zh = "属于市场运营机构",     function(e) return e.market_operator end },
    { "holds a nationally approved pilot", zh = "获国家批准的创新市场试点", function(e) return e.market_pilot_approved end },
  },
  amount = function(e) return e.market_award_proposed end,
}
