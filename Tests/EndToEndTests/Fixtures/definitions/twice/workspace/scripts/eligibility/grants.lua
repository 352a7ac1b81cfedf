eligibility "research_grant" {
  requires = { { "a", function(e) return true end } },
}

eligibility "research_grant" {
  requires = { { "b", function(e) return true end } },
}
