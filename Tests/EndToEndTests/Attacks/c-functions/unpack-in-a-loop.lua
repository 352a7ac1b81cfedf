-- expect: status=limit limit=instructions|time
-- why: half a million results for one instruction
local t = {}
while true do table.unpack(t, 1, 500000) end
