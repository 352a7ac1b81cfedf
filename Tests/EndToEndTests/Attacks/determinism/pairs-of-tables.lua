-- expect: status=ok
-- why: keys without an order of their own must still come in one that does not depend on addresses
local t, names = {}, {}
for index = 1, 40 do t[setmetatable({}, { __index = { name = index } })] = true end
for key in pairs(t) do names[#names + 1] = key.name end
return table.concat(names, " ")
