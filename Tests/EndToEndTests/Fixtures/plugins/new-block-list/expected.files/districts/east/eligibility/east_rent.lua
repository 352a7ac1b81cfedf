-- The plugin's own instrument: a share of the rent, up to a cap.
-- Conditions are evaluated each on its own, so that an explanation lists all that is not met. A field that is
-- empty makes its condition unknown; do not ask for `nil`.

local shared = require "shared"

eligibility "east_rent" {
  instrument = "east_rent",
  requires = {
    { "is in the area", zh = "在本地区", function(e, p, at) return shared.is_here(e, at) end },
    { "pays rent", zh = "有租金支出", function(e) return e.east_rent > quantity "0元" end },
  },
  amount = function(e, p) return shared.rent_that_counts(e.east_rent) * p.rate end,
}
