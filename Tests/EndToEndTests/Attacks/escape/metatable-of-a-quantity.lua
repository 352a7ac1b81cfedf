-- expect: status=ok value=closed
-- why: the metatable of host values is closed to scripts
local amount = quantity "1元"
local metatable = getmetatable(amount)
if type(metatable) == "table" then return "open" end
return pcall(setmetatable, amount, {}) and "replaced" or "closed"
