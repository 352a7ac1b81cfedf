-- expect: status=limit limit=instructions|time|memory
-- why: a list that answers for every index has no end
local t = setmetatable({}, { __len = function() return 1 << 40 end, __index = function() return "" end })
return table.concat(t)
