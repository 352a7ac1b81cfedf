eligibility "research_grant" {
  replaces = "research_grant",
  instrument = "research_grant",
  requires = { { "any", function() return true end } },
  amount = function(e, p) return quantity "1元" end,
}
