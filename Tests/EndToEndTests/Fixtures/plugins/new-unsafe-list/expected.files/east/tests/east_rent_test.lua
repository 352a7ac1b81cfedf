-- The plugin's own instrument, and the module that it uses.

local shared = require "shared"

suite "east_rent" {
  at = 2026,
  given = { area = "101", east_rent = "10万元" },

  { "a share of the rent", expect = { eligible = true, amount = "3万元" } },
  { "no more than the cap", given = { east_rent = "10000万元" },
    expect = { eligible = true, amount = "10万元", capped_by = "cap" } },
  { "no rent", given = { east_rent = "0万元" },
    expect = { eligible = false, unmet = { "pays rent" } } },
  { "rent not known", given = { east_rent = missing },
    expect = { status = "undetermined", missing = { "east_rent" } } },
  { "elsewhere", given = { area = "100" },
    expect = { eligible = false, unmet = { "is in the area" } } },
  { "place not known", given = { area = missing },
    expect = { status = "undetermined", missing = { "area" } } },
}

-- Modules are tested with free code.
test "rent counts up to a limit" (function()
  expect(shared.rent_that_counts(quantity "1元")):is(quantity "1元")
  expect(shared.rent_that_counts(shared.highest_rent + quantity "1元")):is(shared.highest_rent)
end)
