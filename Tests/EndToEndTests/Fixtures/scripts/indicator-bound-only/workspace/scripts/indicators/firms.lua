indicator "firms_added" {
  target = "research_intensity",
  unit   = "%",
  value  = function(obs, at) return obs.research_intensity[at] end,
}
