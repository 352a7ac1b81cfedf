-- expect: status=limit limit=instructions|time
-- why: two functions that hand over to each other
local g
local function f() return g() end
function g() return f() end
f()
