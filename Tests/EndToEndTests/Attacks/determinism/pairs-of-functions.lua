-- expect: status=ok
-- why: functions as keys are ordered by addresses in plain Lua
local t, names = {}, {}
for index = 1, 40 do t[function() return index end] = true end
for key in pairs(t) do names[#names + 1] = key() end
return table.concat(names, " ")
