-- expect: status=ok value=refused refused refused refused refused
-- why: methods of host values check what they are called on
local to, results = quantity("1元").to, {}
local forged = setmetatable({}, { __name = "quantity", __index = quantity "1元" })
for index, self in ipairs { {}, "1元", forged, type, coroutine.create(type) } do
  results[index] = pcall(to, self, "元") and "accepted" or "refused"
end
return table.concat(results, " ")
