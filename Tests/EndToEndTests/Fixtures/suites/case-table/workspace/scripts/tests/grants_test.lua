suite "research_grant" { at = "2026", given = { size = "small" }, cases = "grants.csv" }
