eligibility "research_grant {
}
