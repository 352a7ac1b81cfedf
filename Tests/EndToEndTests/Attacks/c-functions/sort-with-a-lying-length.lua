-- expect: status=error
-- expect: status=limit limit=instructions|time|memory
-- why: sorting a billion elements that are not there
table.sort(setmetatable({}, { __len = function() return 1 << 30 end }), function() return true end)
return "sorted"
