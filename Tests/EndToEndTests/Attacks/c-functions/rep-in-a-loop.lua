-- expect: status=limit limit=instructions|time
-- why: a megabyte made by one instruction costs more than one
while true do local _ = ("x"):rep(4000000) end
