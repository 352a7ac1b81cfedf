-- expect: status=limit limit=memory|instructions|time
-- why: the widest characters, kept
local list = {}
while true do list[#list + 1] = utf8.char(0x7FFFFFFF, #list, 0x7FFFFFFF) end
