-- expect: status=error message~coroutines
-- expect: status=limit limit=stack|memory|instructions|time
-- expect: status=error message~C stack overflow
-- expect: status=error message~too deep
-- why: each coroutine inside a coroutine takes C stack
local function nest() return coroutine.wrap(nest)() end
return nest()
