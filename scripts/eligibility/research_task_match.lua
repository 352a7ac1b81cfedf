-- Measure 7: the city adds a share to what the state or the province has actually paid for a key research task.

eligibility "research_task_match" {
  instrument = "research_task_match",
  requires = {
    { "carries a national or provincial key task", zh = "承担国家、省重点科研任务",
      function(e) return e.research_task == "national" or e.research_task == "provincial" end },
    { "funds have been received", zh = "补助资金已到账",
      function(e) return e.task_funds_received > quantity "0元" end },
  },
  amount = function(e, p) return e.task_funds_received * p.rate end,
}
