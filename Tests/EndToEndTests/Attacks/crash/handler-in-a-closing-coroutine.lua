-- expect: status=ok
-- expect: status=error
-- why: a handler and a coroutine that is closed inside a protected call
local co = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() error("from close", 0) end })
  coroutine.yield()
end)
coroutine.resume(co)
local ok, a, b = xpcall(function() return coroutine.close(co) end, function(m) return "handled: " .. m end)
return tostring(ok) .. " " .. tostring(a) .. " " .. tostring(b)
