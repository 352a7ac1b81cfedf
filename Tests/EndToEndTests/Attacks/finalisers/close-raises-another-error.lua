-- expect: status=limit limit=instructions|time
-- why: the error of a closing handler does not take the place of a limit
local x <close> = setmetatable({}, { __close = function() error("another", 0) end })
while true do end
