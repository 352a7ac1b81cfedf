indicator "firms_added" {
  target = "firms_added",
  unit   = "亿圆",
  value  = function(obs, at) return obs.firms[at] end,
}
