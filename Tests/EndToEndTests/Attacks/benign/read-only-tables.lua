-- expect: status=ok value=1 refused
-- why: a proxy that refuses assignment
local proxy = setmetatable({}, { __index = { x = 1 }, __newindex = function() error("read-only") end })
return proxy.x .. " " .. (pcall(function() proxy.x = 2 end) and "changed" or "refused")
