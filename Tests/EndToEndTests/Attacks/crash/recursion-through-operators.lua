-- expect: status=error message~overflow
-- expect: status=limit limit=stack|memory|instructions
-- why: an operator that applies itself
local metatable = {}
metatable.__add = function(a, b) return a + b end
metatable.__eq = function(a, b) return a == b end
local a, b = setmetatable({}, metatable), setmetatable({}, metatable)
pcall(function() return a == b end)
return a + b
