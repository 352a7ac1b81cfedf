-- expect: status=limit limit=memory|stack|instructions
-- why: every frame of a recursion holds memory
local function f(x) return 1 + f({ x }) end
return f(1)
