-- expect: status=limit limit=instructions|time
-- why: operators that start themselves again
local n
n = setmetatable({}, { __add = function() while true do end end, __unm = function(x) return x + 1 end })
return -n
