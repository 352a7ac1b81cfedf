-- expect: status=ok value=2 2
-- why: NUL is a character like any other in texts and patterns
local first, last = ("a\0b"):find("%z")
if not first then first, last = ("a\0b"):find("\0") end
return first .. " " .. last
