-- expect: status=error message~overflow
-- expect: status=limit limit=stack|memory|instructions
-- why: a callback that searches inside its search
local function f(text) return (text:gsub(".", f)) end
return f("x")
