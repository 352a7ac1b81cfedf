-- expect: status=error
-- expect: status=limit limit=memory|instructions|time|size
-- why: looking for the nearest unit must not compare megabytes
return quantity("1" .. ("x"):rep(30000000))
