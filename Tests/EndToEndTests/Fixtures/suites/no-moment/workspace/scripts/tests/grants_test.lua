suite "research_grant" {
  { "no period", expect = { eligible = true } },
  { "no such period", at = "2026-13", expect = { eligible = true } },
  { "no such area", at = 2026, area = "1000", expect = { eligible = true } },
}
