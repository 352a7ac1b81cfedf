-- expect: status=ok
-- expect: status=error
-- expect: status=limit limit=stack|instructions|time|memory
-- why: a coroutine whose closing makes another to be closed
local function chain()
  local co = coroutine.create(function()
    local x <close> = setmetatable({}, { __close = chain })
    coroutine.yield()
  end)
  coroutine.resume(co)
  return coroutine.close(co)
end
return tostring((pcall(chain)))
