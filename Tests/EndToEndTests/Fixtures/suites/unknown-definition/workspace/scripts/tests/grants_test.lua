suite "reserch_grant" {
  at = "2026",
  { "pays", expect = { eligible = true } },
}
