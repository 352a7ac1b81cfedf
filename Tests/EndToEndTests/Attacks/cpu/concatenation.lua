-- expect: status=limit limit=instructions|time|memory
-- why: a text that grows by copying is quadratic
local text = ""
while true do text = text .. "x" end
