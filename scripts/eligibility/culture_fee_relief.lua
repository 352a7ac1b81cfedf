-- Measure 25: half of the culture fee is waived where the fee belongs to local revenue.

eligibility "culture_fee_relief" {
  instrument = "culture_fee_relief",
  requires = {
    { "is in the advertising business",   zh = "属于广告业经营主体",   function(e) return e.advertising_business end },
    { "the fee belongs to local revenue", zh = "建设费归属地方收入",   function(e) return e.culture_fee_local end },
    { "a fee is due",                     zh = "有应缴费额",           function(e) return e.culture_fee_due > quantity "0元" end },
  },
  amount = function(e, p) return e.culture_fee_due * p.rate end,
}
