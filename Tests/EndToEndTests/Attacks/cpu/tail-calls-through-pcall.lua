-- expect: status=limit limit=instructions|time|stack|memory
-- expect: status=error
-- why: each protected call takes C stack, which has to be counted
local function f() return pcall(f) end
while true do f() end
