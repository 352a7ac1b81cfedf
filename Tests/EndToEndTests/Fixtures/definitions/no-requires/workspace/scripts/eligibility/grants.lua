eligibility "research_grant" { amount = function(e, p) return e.rd_spend end }
