local rates = require "rates.research"

eligibility "research_grant" {
  instrument = "research_grant",
  requires = {
    { "spends enough", zh = "投入足够", function(e) return rates.is_enough(e.rd_spend) end },
  },
  amount = function(e, p) return rates.amount(e.rd_spend, p) end,
}
