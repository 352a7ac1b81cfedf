-- Measure 7: a one-off reward for an R&D headquarters that is new to the city.
-- "New" is read as introduced in the year that is decided on.

eligibility "rd_headquarters_grant" {
  instrument = "rd_headquarters_grant",
  requires = {
    { "introduced in the year",      zh = "当年新引进",   function(e, p, at) return e.introduced_year == at.year end },
    { "is an R&D headquarters",      zh = "属于研发总部", function(e) return e.headquarters == "rd" end },
    { "R&D spend reaches the floor", zh = "研发投入达到起点", function(e, p) return e.rd_spend >= p.floor end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
