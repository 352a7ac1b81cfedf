-- expect: status=limit limit=instructions|time
-- why: closing a coroutine must not turn the limit into a value
local co = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  coroutine.yield()
end)
coroutine.resume(co)
coroutine.close(co)
return "swallowed"
