-- expect: status=limit limit=instructions|time
-- why: many short callbacks count together
local text = ("x"):rep(10000)
while true do text:gsub("x", function() end) end
