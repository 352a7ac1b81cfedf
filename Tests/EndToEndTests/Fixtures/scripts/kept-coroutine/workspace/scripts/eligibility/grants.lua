local numbers = coroutine.wrap(function() for i = 1, 9 do coroutine.yield(i) end end)

eligibility "research_grant" {
  instrument = "research_grant",
  requires = {
    { "a condition", zh = "条件", function(e, p, at) return numbers() == 1 end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
