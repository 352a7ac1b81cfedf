-- Measure 13: two kinds of loans are to grow faster than all loans.

local function ahead_of_all_loans(series)
  return function(obs, at) return obs[series][at] - obs.all_loans_growth[at] end
end

indicator "manufacturing_loans_growth_gap" {
  target = "manufacturing_loans_growth_gap",
  unit   = "个百分点",
  value  = ahead_of_all_loans("manufacturing_loans_growth"),
}

indicator "inclusive_loans_growth_gap" {
  target = "inclusive_loans_growth_gap",
  unit   = "个百分点",
  value  = ahead_of_all_loans("inclusive_loans_growth"),
}
