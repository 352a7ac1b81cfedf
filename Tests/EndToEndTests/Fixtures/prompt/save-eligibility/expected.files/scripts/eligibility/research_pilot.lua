eligibility "research_pilot" {
  instrument = "research_grant",
  requires = {
    { "is small", zh = "小型", function(e) return e.size == "small" end },
    { "has patents", zh = "有专利", function(e) return e.patents > 20 end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
