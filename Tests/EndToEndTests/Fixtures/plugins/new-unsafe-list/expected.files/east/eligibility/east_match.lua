-- A match: this area adds a share to what `research_grant` of the plugin `example_city` pays.
-- (研发奖励, Research grant)
-- To match something else, put its id in the places of `research_grant`; the share is `rate` in
-- catalog/additions.yaml. Every condition has a label in English and in Chinese, which explanations show.

local shared = require "shared"

eligibility "east_match" {
  instrument = "east_match",
  requires = {
    { "is in the area", zh = "在本地区", function(e, p, at) return shared.is_here(e, at) end },
    -- `e:decision` decides on the same subject. While that decision is undetermined, so is this one.
    { "receives what is matched", zh = "获得所配套的支持",
      function(e) return e:decision("research_grant").eligible end },
  },
  -- p.rate is the parameter on the day asked about; the host rounds the amount to the fen.
  amount = function(e, p) return e:decision("research_grant").amount * p.rate end,
}
