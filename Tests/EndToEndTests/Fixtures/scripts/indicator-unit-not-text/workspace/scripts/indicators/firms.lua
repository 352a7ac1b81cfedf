indicator "firms_added" {
  target = "firms_added",
  unit   = 5,
  value  = function(obs, at) return obs.firms[at] end,
}
