-- expect: status=limit limit=memory
-- why: memory is counted across coroutines and cannot be caught at their edge
local co = coroutine.create(function() local t = {} while true do t[#t + 1] = {} end end)
coroutine.resume(co)
return "swallowed"
