-- expect: status=error message~overflow
-- expect: status=limit limit=stack|memory|instructions
-- why: __pairs that calls pairs
local object
object = setmetatable({}, { __pairs = function() return pairs(object) end })
for _ in pairs(object) do end
