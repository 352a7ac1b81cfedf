-- expect: status=limit limit=stack|memory|instructions|time
-- expect: status=ok
-- why: protected calls inside protected calls use C stack
local depth = 0
local function f() depth = depth + 1 pcall(f) end
f()
return depth
