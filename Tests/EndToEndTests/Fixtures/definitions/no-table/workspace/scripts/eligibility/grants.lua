eligibility("research_grant")()
