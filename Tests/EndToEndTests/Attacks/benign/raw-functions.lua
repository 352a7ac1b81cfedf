-- expect: status=ok value=nil 1 0 true
-- why: raw access passes metamethods by
local t = setmetatable({}, { __index = function() return 9 end, __newindex = function() end, __len = function() return 9 end, __eq = function() return false end })
local before = rawget(t, "x")
rawset(t, "x", 1)
return tostring(before) .. " " .. t.x .. " " .. rawlen(t) .. " " .. tostring(rawequal(t, t))
