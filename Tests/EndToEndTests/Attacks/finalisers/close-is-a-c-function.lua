-- expect: status=limit limit=instructions|time
-- why: a closing handler that is a C function runs without counting
local x <close> = setmetatable({ 1, 2, 3 }, { __close = pcall, __call = function() while true do end end })
while true do end
