-- expect: status=ok value=false
-- why: a coroutine that waits for another cannot be resumed by it
local outer
outer = coroutine.create(function()
  local inner = coroutine.create(function() return coroutine.resume(outer, 1, 2, 3) end)
  local _, ok = coroutine.resume(inner)
  return ok
end)
local _, ok = coroutine.resume(outer)
return tostring(ok)
