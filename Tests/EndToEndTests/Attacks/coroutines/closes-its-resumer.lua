-- expect: status=ok value=false
-- why: a coroutine that waits for another cannot be closed by it
local outer
outer = coroutine.create(function() return coroutine.wrap(function() return pcall(coroutine.close, outer) end)() end)
local _, ok = coroutine.resume(outer)
return tostring(ok)
