-- Shares: one series as a part of another.

suite "producer_services_share" {
  at = 2027,
  observations = {
    { series = "producer_services_va", period = 2027, value = "1.2万亿元" },
    { series = "services_va", period = 2027, value = "1.8万亿元" },
  },
  { "two thirds", expect = { value = "~ 66.6667%", status = "met" } },
  { "of nothing is an error", observations = {
      { series = "producer_services_va", period = 2027, value = "1.2万亿元" },
      { series = "services_va", period = 2027, value = "0亿元" },
    }, expect = { error = "zero" } },
}

suite "digital_services_export_share" {
  at = 2027,
  observations = {
    { series = "digital_services_exports", period = 2027, value = "60亿美元" },
    { series = "services_exports", period = 2027, value = "100亿美元" },
  },
  { "sixty per cent is not more than sixty", expect = { value = "60%", status = "unmet" } },
}

suite "human_resources_agencies_high_end_share" {
  at = 2027,
  observations = {
    { series = "human_resources_agencies_high_end", period = 2027, value = "350家" },
    { series = "human_resources_agencies", period = 2027, value = "1000家" },
  },
  { "thirty-five per cent is enough", expect = { value = "35%", status = "met" } },
}

suite "digital_advertising_share" {
  at = 2027,
  observations = {
    { series = "digital_advertising_revenue", period = 2027, value = "801亿元" },
    { series = "advertising_revenue", period = 2027, value = "1000亿元" },
  },
  { "more than eighty per cent", expect = { value = "80.1%", status = "met" } },
}

suite "services_share_of_gdp" {
  at = 2024,
  observations = {
    { series = "services_va", period = 2024, value = "1.5万亿元" },
    { series = "gdp", period = 2024, value = "21860亿元" },
  },
  { "in the city", expect = { value = "~ 68.6%" } },
  { "nothing is known of the nation", area = "CN", expect = { value = missing } },
}
