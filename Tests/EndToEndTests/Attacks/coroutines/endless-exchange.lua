-- expect: status=limit limit=instructions|time
-- why: resuming and yielding counts in both
local co = coroutine.wrap(function() while true do coroutine.yield() end end)
while true do co() end
