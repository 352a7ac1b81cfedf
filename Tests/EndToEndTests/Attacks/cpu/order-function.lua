-- expect: status=limit limit=instructions|time
-- why: a loop inside an ordering
local metatable = { __lt = function() while true do end end }
return setmetatable({}, metatable) < setmetatable({}, metatable)
