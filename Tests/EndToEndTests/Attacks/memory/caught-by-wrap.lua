-- expect: status=limit limit=memory
-- why: a wrapped coroutine that runs out of memory ends everything
local text = ("x"):rep(1000000)
pcall(coroutine.wrap(function() return text:rep(1000) end))
return "swallowed"
