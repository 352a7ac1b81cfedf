-- expect: status=ok value=false
-- expect: status=error
-- why: a finaliser that the metatable inherits is none
local ran = false
local metatable = setmetatable({}, { __index = { __gc = function() ran = true end } })
for _ = 1, 300000 do setmetatable({}, metatable) end
return tostring(ran)
