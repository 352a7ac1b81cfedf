local function reaches(subject)
  return subject.rd_spendd > quantity "1元"
end

eligibility "research_grant" {
  instrument = "research_grant",
  requires = {
    { "a condition", zh = "条件", function(e, p, at) local reached = reaches(e) return reached end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
