-- expect: status=error
-- expect: status=limit limit=memory|stack
-- why: values that fit on one stack need not fit on a second one
local co = coroutine.wrap(function(...)
  return coroutine.yield(coroutine.yield(...))
end)
local function pass(...) return co(1, 2, 3, ...) end
for _ = 1, 4 do pass(table.unpack({}, 1, 999000)) end
