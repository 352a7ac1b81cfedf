-- expect: status=ok
-- expect: status=error
-- expect: status=limit limit=size
-- why: thirty levels that each hold the next one twice are a billion entries when written out
local t = { 1 }
for _ = 1, 30 do t = { t, t } end
return t
