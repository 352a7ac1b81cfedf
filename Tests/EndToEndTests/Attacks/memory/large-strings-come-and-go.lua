-- expect: status=ok value=800000000
-- why: garbage must be collected before the limit is said to be reached
local total = 0
for _ = 1, 100 do total = total + #("x"):rep(8000000) end
return total
