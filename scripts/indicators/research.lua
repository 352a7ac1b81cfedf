-- R&D intensity. The target is held against the published ratio; these two put it in context.

-- Recomputed from its parts. It may differ from the published ratio: that one was divided by the GDP known at the
-- time, and GDP has been revised since.
indicator "rd_intensity_from_parts" {
  unit  = "%",
  value = function(obs, at) return obs.rd_expenditure[at] / obs.gdp[at] end,
}

-- How far the area is ahead of the nation.
indicator "rd_intensity_lead" {
  unit  = "个百分点",
  value = function(obs, at) return obs.rd_intensity[at] - obs("CN").rd_intensity[at] end,
}
