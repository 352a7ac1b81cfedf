-- expect: status=limit limit=instructions|time|stack
-- expect: status=error
-- why: a callable whose caller is callable, and so on
local callable = print or type
for _ = 1, 150 do callable = setmetatable({}, { __call = callable }) end
while true do pcall(callable, 1) end
