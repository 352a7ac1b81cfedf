-- expect: status=limit limit=stack|memory|instructions|time
-- expect: status=ok
-- expect: status=error
-- why: a message handler that recurses when the stack is already full
local function f() return 1 + f() end
return tostring((xpcall(f, function() return f() end)))
