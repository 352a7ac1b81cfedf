eligibility "research_grant" {
  requires = { { "a", function(e) return true end } },
}
