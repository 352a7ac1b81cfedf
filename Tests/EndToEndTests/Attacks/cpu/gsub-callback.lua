-- expect: status=limit limit=instructions|time
-- why: a loop inside a callback of a C function
return (("x"):gsub("x", function() while true do end end))
