indicator "firms_added" {
  target = "firms_added",
  unit   = "家",
  value  = function(obs, at) return obs.firms["2024-Q9"] end,
}
