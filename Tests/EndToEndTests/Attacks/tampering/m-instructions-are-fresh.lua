-- expect: status=ok value=1000000
-- why: the next chunk has a budget of its own
local n = 0
for _ = 1, 1000000 do n = n + 1 end
return n
