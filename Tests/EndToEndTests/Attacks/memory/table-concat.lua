-- expect: status=limit limit=memory
-- why: joining one large text a thousand times
local list, text = {}, ("x"):rep(1000000)
for index = 1, 1000 do list[index] = text end
return #table.concat(list)
