-- expect: status=ok value=refused
-- expect: status=ok value=false
-- why: finalisers would run outside the budget of the evaluation that made them
local ran = false
if not pcall(setmetatable, {}, { __gc = function() ran = true end }) then return "refused" end
for _ = 1, 200000 do local _ = {} end
return tostring(ran)
