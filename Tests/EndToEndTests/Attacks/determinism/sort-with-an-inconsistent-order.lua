-- expect: status=ok
-- expect: status=error
-- why: what a senseless comparator leads to must be the same every time
local list, calls = {}, 0
for index = 1, 300 do list[index] = index * 7919 % 307 end
table.sort(list, function(a, b) calls = calls + 1 return (a * b + calls) % 3 == 0 end)
return calls .. ": " .. table.concat(list, " ")
