-- expect: status=limit limit=stack|memory|instructions
-- expect: status=ok value=caught
-- why: a stack that is full may be caught or not, but never runs over
-- known-bug: deep recursion ends as an error instead of a limit of the stack
local function f() return 1 + f() end
for _ = 1, 3 do pcall(f) end
return "caught"
