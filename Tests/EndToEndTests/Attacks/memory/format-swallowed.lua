-- expect: status=limit limit=memory
-- why: the buffer of format cannot grow beyond the limit
local text = ("x"):rep(20000000)
pcall(string.format, "%s%s%s%s", text, text, text, text)
return "swallowed"
