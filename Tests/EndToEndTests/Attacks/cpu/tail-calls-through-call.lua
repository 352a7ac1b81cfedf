-- expect: status=limit limit=instructions|time
-- why: tail calls of a callable table
local callable
callable = setmetatable({}, { __call = function(_, x) return callable(x) end })
callable(1)
