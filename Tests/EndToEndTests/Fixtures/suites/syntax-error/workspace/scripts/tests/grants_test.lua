suite "research_grant" {
  at = "2026"
  { "pays", expect = { eligible = true } },
}
