-- expect: status=limit limit=instructions|time
-- expect: status=error
-- why: errors raised by errors come to an end
local function handler(message) error(message .. "x") end
while true do xpcall(error, handler, "x") end
