-- expect: status=ok value=done
-- why: a large index alone must not make a large list
local t = {}
for index = 0, 62 do t[1 << index] = index end
t[math.maxinteger] = 1
return "done"
