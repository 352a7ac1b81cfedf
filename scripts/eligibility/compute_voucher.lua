-- Measure 2: computing vouchers for small and medium enterprises that use public computing power. The document
-- fixes the city's pool and leaves the share of the cost to local rules: until a plugin fills `rate`, an eligible
-- enterprise is told that the instrument is not payable yet.

local small_or_medium = { micro = true, small = true, medium = true }

eligibility "compute_voucher" {
  instrument = "compute_voucher",
  requires = {
    { "is a small or medium enterprise", zh = "属于中小企业",   function(e) return small_or_medium[e.size] == true end },
    { "uses public computing power",     zh = "使用公共算力",   function(e) return e.public_compute end },
    { "has paid for computing",          zh = "有算力支出",     function(e) return e.compute_spend > quantity "0元" end },
  },
  amount = function(e, p) return e.compute_spend * p.rate end,
}
