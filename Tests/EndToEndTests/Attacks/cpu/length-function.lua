-- expect: status=limit limit=instructions|time
-- why: a loop inside a length
return #setmetatable({}, { __len = function() while true do end end })
