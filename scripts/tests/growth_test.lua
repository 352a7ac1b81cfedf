-- Growth and increments, which count from the end of 2023.

suite "foreign_lawyers_added" {
  at = 2027,
  observations = {
    { series = "foreign_lawyers", period = 2023, value = "40人" },
    { series = "foreign_lawyers", period = 2027, value = "140人" },
  },
  { "a hundred are enough", expect = { value = "100人", status = "met", distance = "0人" } },
  { "the base is not published", observations = {
      { series = "foreign_lawyers", period = 2027, value = "140人" },
    }, expect = { value = missing, status = "not_assessable" } },
}

suite "foreign_arbitrators_growth" {
  at = 2027,
  observations = {
    { series = "foreign_arbitrators", period = 2023, value = "300人" },
    { series = "foreign_arbitrators", period = 2027, value = "380人" },
  },
  { "rounded to a hundredth of a percent", expect = { value = "~ 26.67%", status = "unmet" } },
}

suite "goods_trade_growth" {
  at = 2024,
  observations = {
    { series = "goods_trade", period = 2023, value = "8000亿元" },
    { series = "goods_trade", period = 2024, value = "8400亿元" },
  },
  { "over the year before", expect = { value = "5%" } },
  { "a fall", observations = {
      { series = "goods_trade", period = 2023, value = "8000亿元" },
      { series = "goods_trade", period = 2024, value = "7600亿元" },
    }, expect = { value = "-5%" } },
  { "only a bound published", observations = {
      { series = "goods_trade", period = 2023, value = "8000亿元" },
      { series = "goods_trade", period = 2024, value = ">8000亿元" },
    }, expect = { value = missing } },
}

suite "ufi_exhibitions_added" {
  at = 2027,
  observations = {
    { series = "ufi_exhibitions", period = 2023, value = "9个" },
    { series = "ufi_exhibitions", period = 2027, value = "13个" },
  },
  { "one is wanting", expect = { value = "4个", status = "unmet", distance = "1个" } },
}

suite "quality_laboratories_added" {
  at = 2027,
  observations = {
    { series = "quality_laboratories", period = 2023, value = "3家" },
    { series = "quality_laboratories", period = 2027, value = "5家" },
  },
  { "two are enough", expect = { value = "2家", status = "met" } },
}

suite "financial_va_growth" {
  observations = {
    { series = "financial_va_real_growth", period = 2024, value = "4%" },
    { series = "financial_va_real_growth", period = 2025, value = "6%" },
    { series = "financial_va_real_growth", period = 2026, value = "5.9%" },
  },
  { "one year", at = 2024, expect = { value = "4%" } },
  { "the mean of two", at = 2025, expect = { value = "5%", status = "met" } },
  { "the mean of three", at = 2026, expect = { value = "5.3%" } },
  { "a year is missing", at = 2027,
    expect = { value = missing, missing = { "financial_va_real_growth[2027] of 330100" } } },
  { "nothing holds before the base", at = 2023, expect = { error = "no version" } },
}
