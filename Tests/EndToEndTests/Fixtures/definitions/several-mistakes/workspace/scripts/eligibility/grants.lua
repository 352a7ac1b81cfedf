eligibility "research_grant" {
  instrument = "research_grand",
  ammount = function(e, p) return e.rd_spend end,
  requires = {
    { "is small", function(e) return true end },
    { "is small" },
  },
}

eligibility "export_voucher" {
  requires = { { "a", function(e) return true end } },
  from = "someday",
}
