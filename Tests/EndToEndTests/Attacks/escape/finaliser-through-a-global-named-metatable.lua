-- expect: status=ok value=refused
-- expect: status=ok value=false
-- why: a finaliser that is not a function is refused or ignored
local ok = pcall(setmetatable, {}, { __gc = true })
for _ = 1, 200000 do local _ = {} end
return ok and "false" or "refused"
