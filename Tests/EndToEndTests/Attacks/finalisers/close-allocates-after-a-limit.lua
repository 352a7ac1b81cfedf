-- expect: status=limit limit=memory|instructions|time
-- why: a closing handler that runs while the memory limit unwinds must not use it again
local x <close> = setmetatable({}, { __close = function() local t = {} while true do t[#t + 1] = {} end end })
local t = {}
while true do t[#t + 1] = {} end
