-- expect: status=limit limit=instructions|time
-- why: finding the first key of a large table looks at all of them
local t = {}
for index = 1, 100000 do t["key" .. index] = true end
while true do next(t) end
