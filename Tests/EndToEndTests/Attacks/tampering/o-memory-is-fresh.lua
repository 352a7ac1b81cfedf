-- expect: status=ok value=20000000
-- why: the next chunk has memory of its own
return #("x"):rep(20000000)
