eligibility "research_grant" {
  requires = { { "has staff", zh = "有人员", function(e) error("there is no rate for a count") end } },
}
