-- expect: status=limit limit=memory
-- why: a message handler has no memory of its own
xpcall(error, function() local t = {} while true do t[#t + 1] = {} end end, "x")
return "swallowed"
