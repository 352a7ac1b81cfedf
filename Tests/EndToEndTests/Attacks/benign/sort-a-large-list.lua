-- expect: status=ok value=true
-- why: sorting fifty thousand numbers fits into the limits
local list, seed = {}, 1
for index = 1, 50000 do
  seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
  list[index] = seed
end
table.sort(list)
for index = 2, #list do if list[index - 1] > list[index] then return "false" end end
return "true"
