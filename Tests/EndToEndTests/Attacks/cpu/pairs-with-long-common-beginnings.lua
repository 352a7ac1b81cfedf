-- expect: status=limit limit=instructions|time
-- why: sorting keys compares texts that differ only at their ends
local t, start = {}, ("x"):rep(100000)
for index = 1, 200 do t[start .. index] = true end
while true do pairs(t) end
