-- An example, not policy: the district adds a share to what the city's grant comes to.
-- The definition changes on 2026-01-01; until then the match was for larger spending only.

local function in_the_district(e, p, at) return e.area == at.area end
local function granted(e) return e:decision("rd_headquarters_grant").eligible end
local function match(e, p) return e:decision("rd_headquarters_grant").amount * p.rate end

eligibility "binjiang_rd_match" {
  to = "2025-12-31",
  instrument = "binjiang_rd_match",
  requires = {
    { "is in the district",        zh = "在本区", in_the_district },
    { "receives the city's grant", zh = "获得市级奖励", granted },
    { "spends at least 20 million on R&D", zh = "研发投入不低于2000万元",
      function(e) return e.rd_spend >= quantity "2000万元" end },
  },
  amount = match,
}

eligibility "binjiang_rd_match" {
  from = "2026-01-01",
  instrument = "binjiang_rd_match",
  requires = {
    { "is in the district",        zh = "在本区", in_the_district },
    { "receives the city's grant", zh = "获得市级奖励", granted },
  },
  amount = match,
}
