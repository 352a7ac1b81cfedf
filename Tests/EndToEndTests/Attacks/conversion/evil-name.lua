-- expect: status=ok value=table
-- expect: status=ok
-- expect: status=error
-- why: a name that a script gives to a type is not a text of the host
return setmetatable({}, { __name = ("x"):rep(1000000) })
