-- expect: status=ok value=false false
-- why: the metatable that all strings share can be neither read nor replaced
local metatable = getmetatable("")
return tostring(metatable) .. " " .. tostring((pcall(setmetatable, "", {})))
