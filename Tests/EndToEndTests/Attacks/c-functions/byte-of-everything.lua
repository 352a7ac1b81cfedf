-- expect: status=error message~too long
-- expect: status=error message~too many results
-- expect: status=limit limit=memory
-- why: a byte each of a megabyte does not fit on the stack
return ("x"):rep(5000000):byte(1, -1)
