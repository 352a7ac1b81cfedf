-- expect: status=ok value=suspended running normal dead
-- why: a coroutine knows in which state another is
local seen = {}
local co
co = coroutine.create(function()
  seen[2] = coroutine.status(co)
  coroutine.wrap(function() seen[3] = coroutine.status(co) end)()
end)
seen[1] = coroutine.status(co)
coroutine.resume(co)
seen[4] = coroutine.status(co)
return table.concat(seen, " ")
