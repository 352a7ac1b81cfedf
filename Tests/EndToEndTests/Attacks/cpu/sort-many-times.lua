-- expect: status=limit limit=instructions|time
-- why: sorting is work in C between two instructions
local list = {}
for index = 1, 20000 do list[index] = (index * 7919) % 20011 end
while true do table.sort(list) list[1] = list[#list] + 1 end
