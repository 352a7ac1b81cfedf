-- expect: status=error message~coroutines
-- expect: status=limit limit=memory|instructions|time
-- why: suspended coroutines hold their stacks
local list = {}
while true do
  local co = coroutine.wrap(function(...) coroutine.yield(...) end)
  co(1, 2, 3)
  list[#list + 1] = co
end
