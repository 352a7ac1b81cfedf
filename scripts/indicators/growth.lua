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

indicator "ufi_exhibitions_added" {
  target = "ufi_exhibitions_added",
  unit   = "个",
  value  = function(obs, at) return obs.ufi_exhibitions[at] - obs.ufi_exhibitions[base] end,
}

indicator "quality_laboratories_added" {
  target = "quality_laboratories_added",
  unit   = "家",
  value  = function(obs, at) return obs.quality_laboratories[at] - obs.quality_laboratories[base] end,
}

-- The mean of the published yearly rates since the base, so it holds from the first year after it. A compound average would need the levels at constant
-- prices, which are not published; at rates of a few per cent the two differ by less than 0.01 points.
indicator "financial_va_growth" {
  target = "financial_va_growth",
  unit   = "%",
  from   = "2024-01-01",
  value  = function(obs, at)
    local sum, years = quantity "0%", 0
    for year = base + 1, at.year do
      sum = sum + obs.financial_va_real_growth[year]
      years = years + 1
    end
    return sum / years
  end,
}
