-- expect: status=error
-- expect: status=ok value=inserted
-- why: a length at the end of the integers must not wrap round into a wild place
local t = setmetatable({}, { __len = function() return math.maxinteger end })
table.insert(t, "x")
return "inserted"
