-- expect: status=limit limit=size|memory
-- expect: status=error
-- why: a result of megabytes is refused, and says which limit it is
return ("x"):rep(30000000)
