-- expect: status=ok value=0 5
-- why: a default by __index
local t = setmetatable({ a = 5 }, { __index = function() return 0 end })
return t.b .. " " .. t.a
