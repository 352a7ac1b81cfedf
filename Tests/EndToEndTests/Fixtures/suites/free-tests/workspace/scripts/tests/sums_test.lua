local sums = require "sums"

test "doubles" (function() expect(sums.double(quantity "5万元")):is(quantity "10万元") end)
test "tables" (function() expect(sums.rates):is { small = "5%", large = "3%" } end)
test "refuses texts" (function() expect(function() sums.double({}) end):fails("arithmetic") end)
test "never ends" (function() while true do end end)
test "raises" (function() print("about to fail") error("broken") end)
test "expects nothing" (function() end)
test "passes" (function() expect(1):is(1) end)
