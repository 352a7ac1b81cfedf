-- expect: status=limit limit=instructions|time
-- why: making garbage does not make a loop free
while true do local _ = function() return _ENV end end
