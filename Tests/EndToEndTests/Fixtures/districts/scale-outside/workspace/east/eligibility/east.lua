eligibility "east_award" {
  instrument = "east_award",
  requires = { { "any", function() return true end } },
  amount = function(e, p) return p.reward:of(e.size) end,
}
