-- What `more_firms` came to at the prompt, on the figures that it read there.
suite "more_firms" {
  at   = "2024",
  area = "100",
  observations = {
    { series = "firms", area = "100", period = "2024", value = "1215家" },
    { series = "firms", area = "100", period = "2023", value = "1200家" },
  },
  { "as seen at the prompt", expect = { value = "15家" } },
  { "without figures", observations = {}, expect = { value = missing } },
}
