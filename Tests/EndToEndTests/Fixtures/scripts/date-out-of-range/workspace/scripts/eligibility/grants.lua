eligibility "research_grant" {
  instrument = "research_grant",
  requires = {
    { "a condition", zh = "条件", function(e, p, at) return e.registered_on - math.mininteger > e.registered_on end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
