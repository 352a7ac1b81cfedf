-- Chapter 4: the ratio of logistics costs to GDP against the nation's.

suite "logistics_cost_gap" {
  at = 2027,
  observations = {
    { series = "logistics_cost_ratio", area = "CN", period = 2027, value = "13.5%" },
    { series = "logistics_cost_ratio", period = 2027, value = "12%" },
  },
  { "a point and a half below is enough", expect = { value = "1.5个百分点", status = "met" } },
  { "above the nation", observations = {
      { series = "logistics_cost_ratio", area = "CN", period = 2027, value = "13.5%" },
      { series = "logistics_cost_ratio", period = 2027, value = "14%" },
    }, expect = { value = "-0.5个百分点", status = "unmet", distance = "2个百分点" } },
  { "the nation's is not published", observations = {
      { series = "logistics_cost_ratio", period = 2027, value = "12%" },
    }, expect = { missing = { "logistics_cost_ratio[2027] of CN" } } },
}
