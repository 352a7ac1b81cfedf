-- expect: status=ok value=thread true
-- why: the running coroutine shows no address
local co, main = coroutine.running()
return tostring(co) .. " " .. tostring(main)
