eligibility "research_grant" {
  from = "2026-02-30",
  requires = { { "a", function(e) return true end } },
}
