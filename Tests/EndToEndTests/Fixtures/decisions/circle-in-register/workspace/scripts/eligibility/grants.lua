local other = "first"

eligibility "first" {
  instrument = "research_grant",
  requires = { { "has the second", function(e) return e:decision("second").eligible end } },
}

eligibility "second" {
  instrument = "research_grant",
  requires = { { "has the first", function(e) return e:decision(other).eligible end } },
}
