-- expect: status=ok value=false true
-- why: closing a failed coroutine gives its error once
local co = coroutine.create(error)
coroutine.resume(co, "x")
return tostring((coroutine.close(co))) .. " " .. tostring((coroutine.close(co)))
