-- expect: status=limit limit=instructions|time
-- expect: status=error message~too many results
-- why: half a million results for one instruction
local t = {}
while true do table.unpack(t, 1, 500000) end
