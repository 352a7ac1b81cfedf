-- expect: status=error message~coroutines
-- expect: status=limit limit=memory|instructions|time
-- why: a thousand coroutines share one limit
local list = {}
for index = 1, 1000 do
  list[index] = coroutine.wrap(function()
    local text = ("x"):rep(200000) .. index
    coroutine.yield()
    return text
  end)
  list[index]()
end
return "held"
