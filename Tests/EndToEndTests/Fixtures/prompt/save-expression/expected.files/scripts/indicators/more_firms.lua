indicator "more_firms" {
  unit  = "家",
  value = function(obs, at) return obs.firms[at] - obs.firms[2023] end,
}
