eligibility "research_grant"
