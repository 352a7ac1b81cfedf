eligibility "east_award" {
  requires = { { "exports", zh = "有出口", function(e) return e.exporter end } },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
