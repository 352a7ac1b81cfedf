-- expect: status=error message~overflow
-- expect: status=limit limit=stack|memory|instructions
-- why: an index function that indexes itself
local t
t = setmetatable({}, { __index = function(_, k) return t[k .. "x"] end })
return t.x
