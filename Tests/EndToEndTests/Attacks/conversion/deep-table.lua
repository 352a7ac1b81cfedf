-- expect: status=ok
-- expect: status=error
-- expect: status=limit limit=size
-- why: a result a hundred thousand tables deep must not use up the host's stack
local t = {}
for _ = 1, 100000 do t = { t } end
return t
