-- expect: status=limit limit=memory|instructions|time
-- why: moving to ever later places makes a table grow
local t = { 1, 2, 3, 4, 5, 6, 7, 8 }
while true do table.move(t, 1, #t, #t + 1) end
