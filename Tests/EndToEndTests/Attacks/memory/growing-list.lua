-- expect: status=limit limit=memory
-- why: a list without end
local list = {}
while true do list[#list + 1] = 1.5 end
