-- expect: status=limit limit=instructions|time
-- why: the length of a table with holes is searched, not stored
local t = {}
for index = 0, 60 do t[1 << index] = true end
while true do local _ = #t end
