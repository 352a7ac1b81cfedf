-- expect: status=ok value=x=1 y=2
-- why: __pairs decides what a loop sees
local object = setmetatable({}, { __pairs = function()
  local keys, index = { "x", "y" }, 0
  return function()
    index = index + 1
    if keys[index] then return keys[index], index end
  end
end })
local out = {}
for k, v in pairs(object) do out[#out + 1] = k .. "=" .. v end
return table.concat(out, " ")
