-- expect: status=error
-- expect: status=ok
-- why: the largest number of places must not trap in the host
return tostring(quantity("1.5元"):rounded(math.maxinteger))
