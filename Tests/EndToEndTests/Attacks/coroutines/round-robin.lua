-- expect: status=limit limit=instructions|time
-- why: a scheduler spreads an endless loop over a hundred coroutines
local tasks = {}
for index = 1, 100 do
  tasks[index] = coroutine.wrap(function() while true do for _ = 1, 500 do end coroutine.yield() end end)
end
while true do for index = 1, 100 do tasks[index]() end end
