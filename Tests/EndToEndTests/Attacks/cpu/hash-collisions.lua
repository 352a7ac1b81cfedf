-- expect: status=limit limit=instructions|time|memory
-- expect: status=ok value=done
-- why: keys chosen to fall into one slot make a table slow
local t = {}
for index = 1, 60000 do t[index * 2.0 ^ 40] = true end
for index = 1, 60000 do t[index << 32] = true end
return "done"
