-- expect: status=limit limit=memory
-- why: thirty doublings fill any memory
local text = "x"
while true do text = text .. text end
