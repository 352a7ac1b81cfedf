-- An example, not policy: part of the rent of companies in incubators, by brackets of the rent.

eligibility "linan_incubator_rent" {
  instrument = "linan_incubator_rent",
  requires = {
    { "is in the district", zh = "在本区", function(e, p, at) return e.area == at.area end },
    { "is in an incubator of the district or the nation", zh = "入驻区级以上孵化器",
      function(e) return e.incubator == "district" or e.incubator == "national" end },
  },
  amount = function(e, p) return p.rate:marginal(e.rent_paid) end,
}
