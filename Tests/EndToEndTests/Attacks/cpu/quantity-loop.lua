-- expect: status=limit limit=instructions|time
-- why: host arithmetic is not free
local amount = quantity "1元"
while true do amount = amount + quantity "0.01元" end
