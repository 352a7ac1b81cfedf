-- Growth and increments. The document gives increments without their base; here they count from the end of 2023,
-- the last full year before it.

local base = 2023

indicator "foreign_lawyers_added" {
  target = "foreign_lawyers_added",
  unit   = "人",
  value  = function(obs, at) return obs.foreign_lawyers[at] - obs.foreign_lawyers[base] end,
}

indicator "foreign_arbitrators_growth" {
  target = "foreign_arbitrators_growth",
  unit   = "%",
  value  = function(obs, at) return obs.foreign_arbitrators[at] / obs.foreign_arbitrators[base] - 1 end,
}

-- No target of the document: nominal growth of goods trade over the year before.
indicator "goods_trade_growth" {
  unit  = "%",
  value = function(obs, at) return obs.goods_trade[at] / obs.goods_trade[at - 1] - 1 end,
}
