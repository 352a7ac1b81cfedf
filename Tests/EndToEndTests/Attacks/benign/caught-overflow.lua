-- expect: status=ok value=caught
-- expect: status=limit limit=stack|memory
-- why: plain Lua lets a script catch a stack overflow; here it may be a limit
-- known-bug: deep recursion cannot be caught, and ends as an error instead of a limit of the stack
local function f() return 1 + f() end
return pcall(f) and "returned" or "caught"
