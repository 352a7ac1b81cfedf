-- expect: status=limit limit=instructions|time
-- why: a table of replacements may run code for each match
local t = setmetatable({}, { __index = function() while true do end end })
return (("abc"):gsub("%w", t))
