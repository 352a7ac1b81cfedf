-- expect: status=limit limit=instructions|time
-- why: a loop inside a comparison
local metatable = { __eq = function() while true do end end }
return setmetatable({}, metatable) == setmetatable({}, metatable)
