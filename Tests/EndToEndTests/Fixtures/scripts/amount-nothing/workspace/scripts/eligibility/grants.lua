eligibility "research_grant" {
  instrument = "research_grant",
  requires = {
    { "a condition", zh = "条件", function(e, p, at) return true end },
  },
  amount = function(e, p) return nil end,
}
