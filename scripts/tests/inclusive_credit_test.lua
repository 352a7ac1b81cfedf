-- Measure 13: which loans count as inclusive credit. It pays nothing by itself.

suite "inclusive_credit" {
  at    = "2027",
  given = { size = "small", credit_line = "500万元" },

  { "a small enterprise", expect = { eligible = true, amount = missing } },
  { "a micro enterprise", given = { size = "micro" }, expect = { eligible = true } },
  { "a medium enterprise", given = { size = "medium" },
    expect = { eligible = false, unmet = { "is a small or micro enterprise" } } },
  { "the limit is inclusive", given = { credit_line = "2000万元" }, expect = { eligible = true } },
  { "one fen above", given = { credit_line = "20000000.01元" },
    expect = { eligible = false, unmet = { "the credit line is within the cap" } } },
  { "nothing known", given = { size = missing, credit_line = missing },
    expect = { status = "undetermined", missing = { "size", "credit_line" } } },
}
