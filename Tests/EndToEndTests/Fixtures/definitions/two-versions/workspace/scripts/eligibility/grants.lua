-- What the example city pays.

eligibility "research_grant" {
  instrument = "research_grant",
  to = "2026-12-31",
  requires = {
    { "is not large", zh = "不是大型企业", function(e) return e.size ~= "large" end },
    { "research reaches the floor", zh = "研发投入达到起点", function(e, p) return e.rd_spend >= p.floor end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}

eligibility "research_grant" {
  instrument = "research_grant",
  from = "2027-01-01",
  requires = {
    { "is not large any more", zh = "不是大型企业", function(e) return e.size ~= "large" end },
    { "research reaches the floor", zh = "研发投入达到起点", function(e, p) return e.rd_spend >= p.floor end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
