-- expect: status=limit limit=instructions|time
-- why: a coroutine that was suspended before the limit cannot go on after it
local other = coroutine.wrap(function() coroutine.yield() return "swallowed" end)
other()
pcall(coroutine.wrap(function() while true do end end))
return other()
