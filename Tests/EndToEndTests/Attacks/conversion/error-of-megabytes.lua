-- expect: status=error message~xxx
-- expect: status=limit limit=size|memory
-- why: a message of megabytes is cut
error(("x"):rep(20000000), 0)
