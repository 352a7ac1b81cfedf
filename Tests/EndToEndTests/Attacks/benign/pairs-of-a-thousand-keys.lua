-- expect: status=ok value=500500
-- why: going through a table of ordinary size
local t, sum = {}, 0
for index = 1, 1000 do t["key" .. index] = index end
for _, value in pairs(t) do sum = sum + value end
return sum
