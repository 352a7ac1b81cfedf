-- expect: status=limit limit=instructions|time
-- why: __pairs may give any iterator
local object = setmetatable({}, { __pairs = function() return function() return 1, 1 end end })
for _ in pairs(object) do end
