-- How many firms were added since 2023.

indicator "firms_added" {
  target = "firms_added",
  unit   = "家",
  value  = function(obs, at) return obs.firms[at] - obs.firms[2023] end,
}

indicator "firm_growth" {
  unit  = "%",
  value = function(obs, at) return obs.firms[at] / obs.firms[at - 1] - 1 end,
}
