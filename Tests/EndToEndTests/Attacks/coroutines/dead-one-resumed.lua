-- expect: status=ok value=false cannot resume dead coroutine
-- why: what has ended stays ended
local co = coroutine.create(function() end)
coroutine.resume(co)
local ok, message = coroutine.resume(co)
return tostring(ok) .. " " .. message
