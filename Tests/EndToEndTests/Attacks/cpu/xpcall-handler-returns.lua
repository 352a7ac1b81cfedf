-- expect: status=limit limit=instructions|time
-- why: a message handler must not turn the limit into a value
xpcall(function() while true do end end, function() return "handled" end)
return "swallowed"
