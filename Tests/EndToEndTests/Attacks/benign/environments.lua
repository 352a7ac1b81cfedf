-- expect: status=ok value=inside outside
-- why: a function with globals of its own
x = "outside"
local function f() local _ENV = { x = "inside" } return x end
return f() .. " " .. x
