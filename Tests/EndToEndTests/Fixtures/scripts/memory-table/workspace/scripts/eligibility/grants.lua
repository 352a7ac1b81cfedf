eligibility "research_grant" {
  instrument = "research_grant",
  requires = {
    { "a condition", zh = "条件", function(e, p, at) local t = {} for i = 1, 1e9 do t[i] = { i } end end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
