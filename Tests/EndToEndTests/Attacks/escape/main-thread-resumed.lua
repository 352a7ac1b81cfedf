-- expect: status=ok value=false false
-- why: the thread of the host cannot be resumed or closed by a coroutine
local main = coroutine.running()
local resumed, closed
coroutine.wrap(function()
  resumed = coroutine.resume(main)
  closed = pcall(coroutine.close, main)
end)()
return tostring(resumed) .. " " .. tostring(closed)
