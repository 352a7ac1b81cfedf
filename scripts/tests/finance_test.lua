-- Measure 13: two kinds of loans against all loans.

suite "manufacturing_loans_growth_gap" {
  at = 2027,
  observations = {
    { series = "manufacturing_loans_growth", period = 2027, value = "12.5%" },
    { series = "all_loans_growth", period = 2027, value = "9.4%" },
  },
  { "ahead of all loans", expect = { value = "3.1个百分点", status = "met" } },
  { "as fast as all loans is not faster", observations = {
      { series = "manufacturing_loans_growth", period = 2027, value = "9.4%" },
      { series = "all_loans_growth", period = 2027, value = "9.4%" },
    }, expect = { value = "0个百分点", status = "unmet", distance = "0个百分点" } },
  { "all loans not published", observations = {
      { series = "manufacturing_loans_growth", period = 2027, value = "9.4%" },
    }, expect = { value = missing, missing = { "all_loans_growth[2027] of 330100" } } },
}

suite "inclusive_loans_growth_gap" {
  at = 2027,
  observations = {
    { series = "inclusive_loans_growth", period = 2027, value = "8%" },
    { series = "all_loans_growth", period = 2027, value = "9.4%" },
  },
  { "behind all loans", expect = { value = "-1.4个百分点", status = "unmet" } },
}
