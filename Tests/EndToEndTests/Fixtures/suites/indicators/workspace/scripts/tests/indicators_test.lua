suite "firms_added" {
  at = 2025,
  observations = {
    { series = "firms", period = 2023, value = "1200家" },
    { series = "firms", period = 2025, value = "1260家" },
  },
  { "counts from 2023", expect = { value = "60家", status = "met", distance = "-10家" } },
  { "falls", observations = {
      { series = "firms", period = 2023, value = "1200家" },
      { series = "firms", period = 2025, value = "1190家" },
    }, expect = { value = "10家" } },
  { "not published", observations = {}, expect = { value = missing, status = "not_assessable",
      missing = { "firms[2025] of 100" } } },
}

suite "output" {
  at = 2025,
  { "as published", expect = { value = "455亿元", distance = "45亿元", status = "on_track" } },
}
