-- expect: status=ok value=300000000
-- why: buffers of the library count garbage that can be collected
local part, total = ("x"):rep(3000000), 0
for _ = 1, 50 do total = total + #table.concat { part, part } end
return total
