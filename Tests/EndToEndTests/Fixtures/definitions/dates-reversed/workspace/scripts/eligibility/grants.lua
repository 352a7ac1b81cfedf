eligibility "research_grant" {
  from = "2026-01-01",
  to = "2025-01-01",
  requires = { { "a", function(e) return true end } },
}
