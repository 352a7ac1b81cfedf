-- expect: status=limit limit=stack|instructions|memory|time
-- expect: status=error
-- why: a closing handler that opens what closes it
local metatable = {}
metatable.__close = function() local y <close> = setmetatable({}, metatable) end
local x <close> = setmetatable({}, metatable)
