-- expect: status=error
-- expect: status=limit limit=memory|instructions|time|size
-- why: looking for the nearest unit must not compare megabytes in methods either
return quantity("1元"):to(("x"):rep(30000000))
