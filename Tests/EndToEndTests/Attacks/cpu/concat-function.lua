-- expect: status=limit limit=instructions|time
-- why: a loop inside a concatenation
return "x" .. setmetatable({}, { __concat = function() while true do end end })
