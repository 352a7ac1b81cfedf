-- expect: status=limit limit=instructions|time
-- why: turning megabytes of digits into a number is one instruction
local digits = ("7"):rep(8000000)
while true do local _ = tonumber(digits) end
