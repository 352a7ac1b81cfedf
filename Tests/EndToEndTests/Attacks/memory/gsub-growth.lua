-- expect: status=limit limit=memory|instructions|time
-- why: a replacement that is longer than what it replaces
local text = ("x"):rep(10000)
while true do text = text:gsub("x", "xx") end
