-- expect: status=limit limit=stack|memory|instructions|time
-- expect: status=ok
-- expect: status=error
-- why: a message handler that fails is called for its own failure
local function handler(m) error(m) end
return tostring((xpcall(error, handler, "x")))
