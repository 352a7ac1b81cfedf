-- expect: status=limit limit=memory
-- why: a constructor makes room for everything that unpack gives
local list = {}
while true do list[#list + 1] = { table.unpack({}, 1, 100000) } end
