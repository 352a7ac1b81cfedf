-- expect: status=limit limit=memory
-- why: a buffer of the library that cannot grow is the memory limit, and not an error to catch
local ok = pcall(string.rep, "x", 200000000)
return ok and "made" or "swallowed"
