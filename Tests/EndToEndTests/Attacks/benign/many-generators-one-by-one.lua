-- expect: status=ok value=5000
-- why: generators that are left before their end are collected
local count = 0
for _ = 1, 5000 do
  local generator = coroutine.wrap(function() coroutine.yield(1) coroutine.yield(2) end)
  count = count + generator()
end
return count
