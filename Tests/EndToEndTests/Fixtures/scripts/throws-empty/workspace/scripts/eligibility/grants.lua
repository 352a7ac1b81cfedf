eligibility "research_grant" {
  instrument = "research_grant",
  requires = {
    { "a condition", zh = "条件", function(e, p, at) error("") end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
