suite "research_grant" {
  at = "2026",
  { "misspelt", expect = { unmet = { "research reaches the flor" } } },
  { "capped by nothing known", expect = { capped_by = "kap" } },
  { "no such status", expect = { status = "inelligible" } },
  { "no such field", expect = { missing = { "rd_spent" } } },
}
