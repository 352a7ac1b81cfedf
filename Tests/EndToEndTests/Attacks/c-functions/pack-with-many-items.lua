-- expect: status=limit limit=instructions|time|stack
-- expect: status=error
-- why: a format of a million items
local format = ("i1"):rep(1000000)
while true do pcall(string.unpack, format, ("\1"):rep(1000000)) end
