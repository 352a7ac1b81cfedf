-- expect: status=limit limit=instructions|time
-- why: a loop inside a metamethod for assignment
setmetatable({}, { __newindex = function() while true do end end }).x = 1
