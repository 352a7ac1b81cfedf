-- expect: status=limit limit=instructions|time
-- why: the closing value of a loop cannot keep it going
local closer = setmetatable({}, { __close = function() while true do end end })
for _ in function() return 1 end, nil, nil, closer do end
