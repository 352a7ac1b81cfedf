-- expect: status=limit limit=instructions|time
-- why: a loop inside the conversion to text
return tostring(setmetatable({}, { __tostring = function() while true do end end }))
