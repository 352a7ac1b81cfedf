-- expect: status=limit limit=instructions|time
-- why: failing generators, made anew each time, are not free
while true do pcall(coroutine.wrap(error), "x") end
