-- expect: status=ok value=yielded
-- why: metamethods that Lua runs itself may yield
local t = setmetatable({}, { __index = function() return coroutine.yield("yielded") end })
return coroutine.wrap(function() return t.x end)()
