-- Measure 13: which small and micro enterprises a loan to counts as inclusive credit. It opens access and pays
-- nothing by itself, so there is no amount.

eligibility "inclusive_credit" {
  instrument = "inclusive_credit",
  requires = {
    { "is a small or micro enterprise",  zh = "属于小微企业",     function(e) return e.size == "small" or e.size == "micro" end },
    { "the credit line is within the cap", zh = "单户授信不超过上限", function(e, p) return e.credit_line <= p.cap end },
  },
}
