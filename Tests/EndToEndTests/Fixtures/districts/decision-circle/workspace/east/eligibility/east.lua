local function any() return true end
eligibility "east_grant" {
  instrument = "research_grant",
  requires = { { "has no match", function(e) return not e:decision("east_match").eligible end } },
}
eligibility "east_match" {
  instrument = "research_grant",
  requires = {
    { "any", any },
    { "has no grant", function(e) return not e:decision("east_grant").eligible end },
  },
}
