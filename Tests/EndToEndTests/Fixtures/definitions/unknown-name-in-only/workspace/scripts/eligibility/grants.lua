-- What the example city pays.

eligibility "research_grant" {
  instrument = "research_grant",
  from = "2025-01-01",
  requires = {
    { "is not large", zh = "不是大型企业", function(e) return e.size ~= "large" end },
    { "research reaches the floor", zh = "研发投入达到起点", function(e, p) return e.rd_spend >= p.floor end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}

eligibility "export_voucher" {
  instrument = "export_voucher",
  requires = {
    { "exports", zh = "有出口", function(e) return e.exporter end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
