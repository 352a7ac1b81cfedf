-- expect: status=error
-- expect: status=limit limit=instructions|time
-- why: the text of an error object is not asked for outside the limits
error(setmetatable({}, { __tostring = function() while true do end end }))
