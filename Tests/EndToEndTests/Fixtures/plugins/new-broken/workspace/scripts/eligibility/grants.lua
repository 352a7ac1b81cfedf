eligibility "research_grant" {
