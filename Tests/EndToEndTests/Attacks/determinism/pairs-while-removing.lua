-- expect: status=ok value=0
-- why: clearing a table while going through it is allowed
local t = {}
for index = 1, 100 do t["k" .. index] = index end
for key in pairs(t) do t[key] = nil end
local left = 0
for _ in pairs(t) do left = left + 1 end
return left
