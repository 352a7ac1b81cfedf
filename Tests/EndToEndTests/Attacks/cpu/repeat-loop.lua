-- expect: status=limit limit=instructions|time
-- why: an endless loop that tests at its end
local x = 0
repeat x = x ~ 1 until x == 2
