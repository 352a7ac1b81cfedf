-- expect: status=limit limit=instructions|time
-- why: nothing may be returned after the limit was reached
pcall(function() while true do end end)
return "swallowed"
