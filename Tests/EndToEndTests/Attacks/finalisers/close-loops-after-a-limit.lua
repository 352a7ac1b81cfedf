-- expect: status=limit limit=instructions|time
-- why: a closing handler that runs while a limit unwinds is stopped at once
local x <close> = setmetatable({}, { __close = function() while true do end end })
while true do end
