eligibility "research_grant" {
  requires = {
    { function(e) return true end },
  },
}
