-- expect: status=error
-- expect: status=limit limit=instructions|time|memory
-- why: unpack believes __len
return table.unpack(setmetatable({}, { __len = function() return 1 << 30 end }))
