-- expect: status=ok value=false
-- expect: status=error
-- why: a finaliser that is added after the check must not run either
local ran, metatable = false, {}
setmetatable({}, metatable)
metatable.__gc = function() ran = true end
for _ = 1, 300000 do local _ = {} end
return tostring(ran)
