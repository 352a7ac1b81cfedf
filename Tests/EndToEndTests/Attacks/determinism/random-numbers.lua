-- expect: status=ok
-- why: random numbers come from a seed that the host gives
if not math.random then return "absent" end
local numbers = {}
for index = 1, 10 do numbers[index] = math.random(1000000) end
return table.concat(numbers, " ")
