-- expect: status=limit limit=memory|instructions|time
-- why: a message that grows each time it is raised again
local message = "x"
while true do local _ message = select(2, pcall(error, message .. message, 2)) end
