eligibility "research_grant" {
  instrument = "research_grant",
  requires = {
    { "a condition", zh = "条件", function(e, p, at) local function f(x) return 1 + f(x) end return f(1) > 0 end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
