-- expect: status=limit limit=instructions|time
-- why: making coroutines that are never started is not free either
while true do coroutine.create(type) end
