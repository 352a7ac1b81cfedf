-- expect: status=limit limit=instructions|time
-- why: a loop that closes a variable each time round
local closer = setmetatable({}, { __close = function() end })
while true do local x <close> = closer end
