-- expect: status=limit limit=instructions|time
-- why: a closing handler cannot hand its work to a coroutine
local worker = coroutine.wrap(function() while true do coroutine.yield() end end)
local x <close> = setmetatable({}, { __close = worker })
while true do end
