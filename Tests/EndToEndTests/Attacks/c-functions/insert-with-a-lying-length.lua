-- expect: status=limit limit=instructions|time|memory
-- expect: status=error
-- why: inserting at the front moves as many elements as the length says
local t = setmetatable({}, { __len = function() return 1 << 40 end })
table.insert(t, 1, "x")
return "inserted"
