suite "research_grant" {
  at = "2026",
  { "a float", given = { rd_spend = 0.05 }, expect = { eligible = true } },
  { "another unit", given = { rd_spend = "12人" }, expect = { eligible = true } },
  { "a value of an enumeration", given = { size = "smal" }, expect = { eligible = true } },
  { "an empty text", given = { rd_spend = "" }, expect = { eligible = true } },
  { "a table", given = { rd_spend = {} }, expect = { eligible = "yes" } },
  { "a list", expect = { unmet = 5 } },
  { "an amount", expect = { amount = "60人" } },
  { "a function", given = function() end, expect = 5 },
}
