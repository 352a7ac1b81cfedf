-- expect: status=limit limit=stack|memory|instructions
-- why: the plainest recursion without end
-- known-bug: deep recursion ends as an error instead of a limit of the stack
local function f() return 1 + f() end
return f()
