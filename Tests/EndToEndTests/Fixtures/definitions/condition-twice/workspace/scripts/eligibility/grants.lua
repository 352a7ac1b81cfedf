eligibility "research_grant" {
  requires = {
    { "is small", function(e) return true end },
    { "is small", function(e) return false end },
  },
}
