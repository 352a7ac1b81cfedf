-- expect: status=limit limit=memory
-- why: the memory limit of a growing table cannot be caught
pcall(function() local list = {} while true do list[#list + 1] = {} end end)
return "swallowed"
