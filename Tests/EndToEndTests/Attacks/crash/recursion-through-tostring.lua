-- expect: status=error message~overflow
-- expect: status=limit limit=stack|memory|instructions
-- why: a conversion that converts itself
local object
object = setmetatable({}, { __tostring = function() return tostring(object) end })
return tostring(object)
