-- expect: status=limit limit=instructions|time
-- why: a message handler runs inside the same budget
xpcall(error, function() while true do end end, "x")
return "swallowed"
