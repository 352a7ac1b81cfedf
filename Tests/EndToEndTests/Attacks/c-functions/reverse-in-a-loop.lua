-- expect: status=limit limit=instructions|time
-- why: work on megabytes costs more than one instruction
local text = ("x"):rep(4000000)
while true do local _ = text:reverse():upper():lower() end
