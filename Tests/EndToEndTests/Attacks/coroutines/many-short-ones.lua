-- expect: status=limit limit=instructions|time
-- why: a coroutine that ends before its first count is not free
while true do coroutine.wrap(function() for _ = 1, 300 do end end)() end
