-- expect: status=limit limit=memory
-- why: the separator is repeated too
return #("x"):rep(1000, ("y"):rep(1000000))
