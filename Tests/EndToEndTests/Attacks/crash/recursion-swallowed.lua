-- expect: status=limit limit=stack|memory|instructions
-- expect: status=ok value=caught
-- why: a stack that is full may be caught or not, but never runs over
local function f() return 1 + f() end
for _ = 1, 3 do pcall(f) end
return "caught"
