-- expect: status=ok value=false
-- why: a running coroutine cannot be closed
local co
co = coroutine.create(function() return pcall(coroutine.close, co) end)
local _, ok = coroutine.resume(co)
return tostring(ok)
