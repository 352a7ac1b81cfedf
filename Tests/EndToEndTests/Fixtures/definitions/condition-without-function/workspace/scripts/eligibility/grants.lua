eligibility "research_grant" {
  requires = {
    { "is small" },
  },
}
