-- expect: status=limit limit=instructions|time
-- why: writing a quantity as a text is work of the host
local amount = quantity "12345.67万元"
while true do local _ = tostring(amount) .. amount end
