-- What `output_growth` came to at the prompt, on the figures that it read there.
suite "output_growth" {
  at   = "2025",
  area = "100",
  observations = {
    { series = "output", area = "100", period = "2025", value = "455亿元" },
    { series = "output", area = "100", period = "2023", value = "400亿元" },
  },
  { "as seen at the prompt", expect = { value = "13.75%" } },
  { "without figures", observations = {}, expect = { value = missing } },
}
