-- expect: status=ok value=1 3 2
-- why: a list used from both ends
local queue = { 1, 2, 3 }
local first = table.remove(queue, 1)
return first .. " " .. table.remove(queue) .. " " .. queue[1]
