indicator "firms_added" {
  target = "firms_added",
  unit   = "家",
  value  = function(obs, at) return obs("999").firms[at] end,
}
