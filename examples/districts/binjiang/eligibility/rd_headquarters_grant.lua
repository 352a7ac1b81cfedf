-- An example, not policy: from 2026 on the district decides on the city's grant itself, and counts headquarters
-- that were brought in up to a year before. `replaces` says so; without it the two definitions would collide.

eligibility "rd_headquarters_grant" {
  replaces = "rd_headquarters_grant",
  from = "2026-01-01",
  instrument = "rd_headquarters_grant",
  requires = {
    { "introduced in the year or the one before", zh = "当年或上一年引进",
      function(e, p, at) return e.introduced_year == at.year or e.introduced_year == at.year - 1 end },
    { "is an R&D headquarters",      zh = "属于研发总部", function(e) return e.headquarters == "rd" end },
    { "R&D spend reaches the floor", zh = "研发投入达到起点", function(e, p) return e.rd_spend >= p.floor end },
  },
  amount = function(e, p) return e.rd_spend * p.rate end,
}
