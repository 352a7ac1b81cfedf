-- expect: status=limit limit=memory
-- why: one call that asks for gigabytes
return #("x"):rep(1 << 30)
