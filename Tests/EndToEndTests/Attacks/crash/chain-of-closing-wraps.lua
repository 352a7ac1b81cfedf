-- expect: status=ok
-- expect: status=error
-- expect: status=limit limit=stack|instructions|time
-- why: wrapped coroutines that fail close their variables in a chain as well
local function fail(depth)
  local x <close> = setmetatable({}, { __close = function()
    if depth > 0 then pcall(coroutine.wrap(fail), depth - 1) end
  end })
  error("x")
end
return tostring((pcall(coroutine.wrap(fail), 100000)))
