-- expect: status=limit limit=memory
-- expect: status=error message~too many results
-- why: a constructor makes room for everything that unpack gives
local list = {}
while true do list[#list + 1] = { table.unpack({}, 1, 100000) } end
