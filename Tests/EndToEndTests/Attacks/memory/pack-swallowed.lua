-- expect: status=limit limit=memory
-- why: the buffer of pack cannot grow beyond the limit
pcall(string.pack, "c2000000000", "x")
return "swallowed"
