-- expect: status=limit limit=instructions|time|stack
-- expect: status=error
-- why: a handler that protects itself again and again comes to an end
local function again() return xpcall(error, again, "x") end
while true do again() end
