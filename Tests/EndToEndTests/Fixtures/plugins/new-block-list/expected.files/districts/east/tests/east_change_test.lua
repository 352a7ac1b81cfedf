-- `observations` stand in place of the workspace's, so that the suite stays the same when figures are published.

suite "east_change" {
  at = 2026,
  observations = {
    { series = "output", area = "100", period = 2025, value = "10亿元" },
    { series = "output", area = "100", period = 2026, value = "12亿元" },
  },
  { "the change over a year", expect = { value = "2亿元" } },
  { "the year before is not published",
    observations = { { series = "output", area = "100", period = 2026, value = "12亿元" } },
    expect = { value = missing } },
}
