-- expect: status=limit limit=instructions|time|memory
-- expect: status=error
-- why: removing at the front moves as many elements as the length says
local t = setmetatable({}, { __len = function() return 1 << 40 end })
return table.remove(t, 1)
