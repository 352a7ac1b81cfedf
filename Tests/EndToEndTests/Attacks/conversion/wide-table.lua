-- expect: status=ok
-- expect: status=error
-- expect: status=limit limit=size
-- why: a result of a million entries is cut, or refused
local t = {}
for index = 1, 1000000 do t[index] = index end
return t
