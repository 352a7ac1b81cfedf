-- R&D intensity, and two indicators that put it in context.

suite "rd_intensity_from_parts" {
  at = 2024,
  observations = {
    { series = "rd_expenditure", period = 2024, value = "860亿元" },
    { series = "gdp", period = 2024, value = "2.15万亿元" },
  },
  { "units do not matter", expect = { value = "4%" } },
}

suite "rd_intensity_lead" {
  at = 2024,
  observations = {
    { series = "rd_intensity", period = 2024, value = "3.9%" },
    { series = "rd_intensity", area = "CN", period = 2024, value = "2.68%" },
  },
  { "ahead of the nation", expect = { value = "1.22个百分点" } },
  { "the nation is not ahead of itself", area = "CN", expect = { value = "0个百分点" } },
}

suite "rd_intensity" {
  at = 2027,
  { "reached", observations = { { series = "rd_intensity", period = 2027, value = "4.2%" } },
    expect = { value = "4.2%", status = "met", distance = "0个百分点" } },
  { "a hundredth below", observations = { { series = "rd_intensity", period = 2027, value = "4.19%" } },
    expect = { status = "unmet", distance = "0.01个百分点" } },
  { "too old to say", observations = { { series = "rd_intensity", period = 2021, value = "4.5%" } },
    expect = { status = "not_assessable" } },
}
