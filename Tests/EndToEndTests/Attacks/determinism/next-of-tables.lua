-- expect: status=ok
-- why: the first of many keys without an order
local t = {}
for index = 1, 64 do t[{ index }] = true end
return next(t)[1]
