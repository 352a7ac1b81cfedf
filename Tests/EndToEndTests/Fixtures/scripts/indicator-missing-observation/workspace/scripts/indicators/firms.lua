indicator "firms_added" {
  target = "firms_added",
  unit   = "家",
  value  = function(obs, at) return obs.firms[at] - obs.firms[1999] end,
}
