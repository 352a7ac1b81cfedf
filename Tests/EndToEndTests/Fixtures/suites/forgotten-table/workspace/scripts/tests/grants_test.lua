suite "research_grant"
