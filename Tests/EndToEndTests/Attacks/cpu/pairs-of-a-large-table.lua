-- expect: status=limit limit=instructions|time
-- why: an ordered traversal sorts before its first step
local t = {}
for index = 1, 20000 do t["key" .. index] = true end
while true do pairs(t) end
