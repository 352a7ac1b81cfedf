-- expect: status=limit limit=memory
-- why: memory taken inside a conversion is the same memory
local t = {}
pcall(tostring, setmetatable({}, { __tostring = function() while true do t[#t + 1] = {} end end }))
return "swallowed"
