eligibility "research_grant" {
  instrument = "research_grant",
