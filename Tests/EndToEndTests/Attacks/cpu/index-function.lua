-- expect: status=limit limit=instructions|time
-- why: a loop inside a metamethod counts as any other
local t = setmetatable({}, { __index = function() while true do end end })
return t.x
