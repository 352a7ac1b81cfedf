-- expect: status=limit limit=stack|memory|instructions
-- why: the plainest recursion without end
local function f() return 1 + f() end
return f()
