-- expect: status=ok value=false
-- why: a message handler cannot be suspended
local co = coroutine.create(function() return xpcall(error, function() coroutine.yield() end, "x") end)
local _, ok = coroutine.resume(co)
return tostring(ok)
