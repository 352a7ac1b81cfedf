eligibility "research_grant" {
  requires = { { "a", function(e) return true end } },
  ammount = function(e, p) return e.rd_spend end,
}
