-- expect: status=ok value=false cannot resume dead coroutine
-- why: what has failed stays failed
local co = coroutine.create(error)
coroutine.resume(co, "x")
local ok, message = coroutine.resume(co)
return tostring(ok) .. " " .. message
