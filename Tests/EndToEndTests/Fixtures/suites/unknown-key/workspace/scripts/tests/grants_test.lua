suite "research_grant" {
  at = "2026", gven = {},
  { "pays", expects = { eligible = true } },
  { "observed", observations = {}, expect = { eligible = true } },
}
