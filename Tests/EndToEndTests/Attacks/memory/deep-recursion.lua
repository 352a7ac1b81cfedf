-- expect: status=limit limit=memory|stack|instructions
-- why: every frame of a recursion holds memory
-- known-bug: deep recursion ends as an error instead of a limit of the stack
local function f(x) return 1 + f({ x }) end
return f(1)
