-- expect: status=error message~close
-- why: a handler that has gone by the time it is needed is an error, not a crash
local metatable = { __close = type }
local x <close> = setmetatable({}, metatable)
metatable.__close = nil
