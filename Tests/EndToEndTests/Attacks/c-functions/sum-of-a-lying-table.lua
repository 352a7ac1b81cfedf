-- expect: status=limit limit=instructions|time|memory
-- expect: status=error
-- expect: status=ok
-- why: a host function that takes a table must not believe its length
return tostring(sum(setmetatable({}, { __len = function() return 1 << 40 end, __index = function() return 1 end })))
