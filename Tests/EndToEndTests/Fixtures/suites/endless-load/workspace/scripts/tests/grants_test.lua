suite "research_grant" {
  at    = "2026",
  given = { size = "small", rd_spend = "2亿元" },
  { "capped", expect = { capped_by = "cap" } },
  { "a large firm", given = { size = "large" }, expect = { eligible = false } },
}
