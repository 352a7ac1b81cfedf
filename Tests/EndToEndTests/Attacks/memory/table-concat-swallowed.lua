-- expect: status=limit limit=memory
-- why: the buffer of concat cannot grow beyond the limit either
local list, text = {}, ("x"):rep(1000000)
for index = 1, 1000 do list[index] = text end
pcall(table.concat, list)
return "swallowed"
