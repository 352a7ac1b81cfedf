eligibility "research_grant" {
  requires = {
    { "is small", cn = "小型", function(e) return true end },
  },
}
