-- Measure 4: computing subsidy for data companies that operate authorised public data.

eligibility "data_compute_subsidy" {
  instrument = "data_compute_subsidy",
  requires = {
    { "operates authorised public data", zh = "开展公共数据授权运营", function(e) return e.data_operator end },
    { "has paid for computing",          zh = "有算力支出",           function(e) return e.compute_spend > quantity "0元" end },
  },
  amount = function(e, p) return e.compute_spend * p.rate end,
}
