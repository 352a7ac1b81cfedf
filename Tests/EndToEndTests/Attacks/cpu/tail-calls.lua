-- expect: status=limit limit=instructions|time
-- why: tail calls use no stack that could run out
local function f(x) return f(x) end
f(1)
