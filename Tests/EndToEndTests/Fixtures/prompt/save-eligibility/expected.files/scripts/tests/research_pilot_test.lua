-- What `research_pilot` decided at the prompt.
suite "research_pilot" {
  at    = "2025",
  area  = "100",
  given = {
    id = "F1",
    name = "甲公司",
    area = "101",
    size = "small",
    registered_on = "2019-05-01",
    since = 2019,
    rd_spend = "12000000元",
    employees = "80人",
    patents = 12,
    exporter = true,
  },
  { "as seen at the prompt", expect = { status = "ineligible", unmet = { "has patents" } } },
}
