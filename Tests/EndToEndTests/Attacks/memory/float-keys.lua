-- expect: status=limit limit=memory|time
-- why: a table whose keys fit no list
local t = {}
for index = 1, math.huge do t[index + 0.5] = index end
