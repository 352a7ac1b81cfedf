indicator "firms_added" {
  target = "firm_added",
  unit   = "家",
  value  = function(obs, at) return obs.firms[at] end,
}
