-- expect: status=limit limit=memory
-- why: each format doubles the text
local text = "x"
while true do text = ("%s%s"):format(text, text) end
