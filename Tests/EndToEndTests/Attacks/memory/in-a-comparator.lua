-- expect: status=limit limit=memory
-- why: memory taken inside a callback of C is the same memory
local t = {}
pcall(table.sort, { 3, 2, 1 }, function() while true do t[#t + 1] = {} end end)
return "swallowed"
