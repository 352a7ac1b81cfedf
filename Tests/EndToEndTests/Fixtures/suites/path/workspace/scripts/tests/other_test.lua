suite "research_grant" {
  at = "2026",
  { "a large firm", given = { size = "large" }, expect = { eligible = false } },
}
