-- Chapter 4: how far the city's ratio of logistics costs to GDP lies below the nation's.

indicator "logistics_cost_gap" {
  target = "logistics_cost_gap",
  unit   = "个百分点",
  value  = function(obs, at)
    return obs("CN").logistics_cost_ratio[at] - obs.logistics_cost_ratio[at]
  end,
}
