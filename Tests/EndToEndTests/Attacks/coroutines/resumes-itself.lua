-- expect: status=ok value=false
-- why: a running coroutine is not suspended
local co
co = coroutine.create(function() return coroutine.resume(co) end)
local _, ok = coroutine.resume(co)
return tostring(ok)
