-- expect: status=ok value=320000000
-- why: garbage must be collected before the limit is said to be reached
local part, total = ("x"):rep(8000), 0
for _ = 1, 40 do total = total + #part:rep(1000) end
return total
