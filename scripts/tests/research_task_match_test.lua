-- Measure 7: a quarter of what the state or the province has paid for a key task.

suite "research_task_match" {
  at    = "2027",
  given = { research_task = "national", task_funds_received = "400万元" },

  { "a national task", expect = { eligible = true, amount = "100万元" } },
  { "a provincial task", given = { research_task = "provincial" },
    expect = { eligible = true, amount = "100万元" } },
  { "the cap is reached", given = { task_funds_received = "2000万元" },
    expect = { amount = "500万元", capped_by = missing } },
  { "capped", given = { task_funds_received = "20000000.04元" },
    expect = { computed = "5000000.01元", amount = "500万元", capped_by = "cap" } },
  { "no key task", given = { research_task = "none" },
    expect = { eligible = false, unmet = { "carries a national or provincial key task" } } },
  { "nothing received", given = { task_funds_received = "0元" },
    expect = { eligible = false, unmet = { "funds have been received" } } },
  { "nothing known", given = { research_task = missing, task_funds_received = missing },
    expect = { status = "undetermined", missing = { "research_task", "task_funds_received" } } },
}
