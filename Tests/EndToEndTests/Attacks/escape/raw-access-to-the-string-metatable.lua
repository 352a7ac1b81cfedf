-- expect: status=ok value=refused
-- why: raw functions must not get around a protected metatable
local metatable = getmetatable("")
local ok = pcall(rawset, metatable, "__index", function() return type end)
return ok and "changed" or "refused"
