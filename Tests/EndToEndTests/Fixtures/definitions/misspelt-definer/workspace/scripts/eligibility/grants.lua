eligibilty "research_grant" {
}
