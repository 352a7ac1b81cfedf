-- An indicator: by how much `output` (产值) changed since the year before.
-- `obs.series[at]` is the value in the area and period asked about, `obs("CN")` that of another area.
-- Nothing published means that the indicator is not assessable; it is never taken for zero.
-- The values are at current prices, so the change is not real growth.
-- To change: the series (`yardstick catalog list series`), and the unit of the result.

indicator "east_2027_change" {
  unit = "亿元",
  value = function(obs, at)
    local series = obs("100").output
    return series[at] - series[at - 1]
  end,
}
