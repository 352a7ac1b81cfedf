-- expect: status=ok value=caught
-- expect: status=limit limit=stack|memory
-- why: plain Lua lets a script catch a stack overflow; here it may be a limit
local function f() return 1 + f() end
return pcall(f) and "returned" or "caught"
