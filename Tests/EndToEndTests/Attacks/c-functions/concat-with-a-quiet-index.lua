-- expect: status=limit limit=instructions|time|memory
-- expect: status=error
-- why: a list that answers through C runs no Lua instruction at all
local t = setmetatable({}, { __len = function() return 1 << 40 end, __index = math.max })
return table.concat(t)
