-- expect: status=ok
-- expect: status=error
-- expect: status=limit limit=memory|stack
-- why: coroutines that close each other use C stack that 5.4.4 does not count
local co
for _ = 1, 5000 do
  local previous = co
  co = coroutine.create(function()
    local x <close> = setmetatable({}, { __close = function() if previous then coroutine.close(previous) end end })
    coroutine.yield()
  end)
  coroutine.resume(co)
end
return tostring((pcall(coroutine.close, co)))
