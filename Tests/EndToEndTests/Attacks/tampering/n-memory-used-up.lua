-- expect: status=limit limit=memory
-- why: a chunk uses all its memory
local t = {}
while true do t[#t + 1] = ("x"):rep(1000) .. #t end
