-- expect: status=error message~non-suspended
-- why: a generator that calls itself is an error
local generator
generator = coroutine.wrap(function() return generator() end)
return generator()
