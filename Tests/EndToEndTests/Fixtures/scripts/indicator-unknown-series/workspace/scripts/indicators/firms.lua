indicator "firms_added" {
  target = "firms_added",
  unit   = "家",
  value  = function(obs, at) return obs.firmss[at] end,
}
