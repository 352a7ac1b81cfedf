-- expect: status=limit limit=memory
-- why: the buffer of gsub cannot grow beyond the limit
pcall(string.gsub, ("x"):rep(1000), "x", ("y"):rep(1000000))
return "swallowed"
