-- An example, not policy: the award by the level of the recognition, as the district's tiers say.

eligibility "ip_demonstration_award" {
  instrument = "ip_demonstration_award",
  requires = {
    { "is in the district", zh = "在本区", function(e, p, at) return e.area == at.area end },
    { "is a recognised intellectual property enterprise", zh = "属于知识产权示范、优势企业",
      function(e) return e.ip_status ~= "none" end },
  },
  amount = function(e, p) return p.amount:of(e.ip_status) end,
}
