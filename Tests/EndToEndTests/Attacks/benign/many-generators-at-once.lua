-- expect: status=ok value=500500
-- why: a thousand generators may be waiting at the same time
local generators, sum = {}, 0
for index = 1, 1000 do generators[index] = coroutine.wrap(function() coroutine.yield(index) end) end
for index = 1, 1000 do sum = sum + generators[index]() end
return sum
