-- expect: status=limit limit=instructions|time
-- why: a counter that wraps round never passes its end
local x = math.maxinteger - 10
while x ~= 0.5 do x = x + 1 end
