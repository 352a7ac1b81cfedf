-- expect: status=ok value=4 7 8
-- why: constant variables as operands of bitwise operators are turned round wrongly in 5.4.4
local mask <const> = 4
local x = 12
return (x & mask) .. " " .. (mask | 3) .. " " .. (mask ~ x)
