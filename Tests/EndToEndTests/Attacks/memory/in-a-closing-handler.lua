-- expect: status=limit limit=memory
-- why: a closing handler of a coroutine cannot swallow the memory limit
local co = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() local t = {} while true do t[#t + 1] = {} end end })
  coroutine.yield()
end)
coroutine.resume(co)
coroutine.close(co)
return "swallowed"
