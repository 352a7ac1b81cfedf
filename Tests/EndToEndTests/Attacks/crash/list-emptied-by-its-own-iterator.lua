-- expect: status=ok value=done
-- why: ipairs over a list that shrinks under it
local t = {}
for index = 1, 1000 do t[index] = index end
for index in ipairs(t) do t[#t] = nil end
return "done"
