-- expect: status=limit limit=instructions|time
-- why: a long chain of __index is walked in C by a single instruction
local t = {}
for _ = 1, 1900 do t = setmetatable({}, { __index = t }) end
while true do local _ = t.absent end
