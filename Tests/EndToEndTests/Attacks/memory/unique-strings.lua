-- expect: status=limit limit=memory|instructions|time
-- why: every short string is interned
local t = {}
for index = 1, math.huge do t["k" .. index] = index end
