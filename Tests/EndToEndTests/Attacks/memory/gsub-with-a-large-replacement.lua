-- expect: status=limit limit=memory
-- why: every match is replaced by a megabyte
return #(("x"):rep(1000):gsub("x", ("y"):rep(1000000)))
