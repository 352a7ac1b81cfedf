eligibility "research_grant" { instrument = "research_grand", requires = { { "a", function(e) return true end } } }
