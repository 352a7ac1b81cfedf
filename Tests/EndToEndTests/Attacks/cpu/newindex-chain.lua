-- expect: status=limit limit=instructions|time
-- why: a long chain of __newindex is walked in C by a single instruction
local t = {}
for _ = 1, 1900 do t = setmetatable({}, { __newindex = t }) end
while true do t.absent = nil end
