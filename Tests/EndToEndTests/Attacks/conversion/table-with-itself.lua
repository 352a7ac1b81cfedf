-- expect: status=ok
-- expect: status=error
-- expect: status=limit limit=size
-- why: a cycle must not be followed for ever
local t = { name = "t" }
t.self, t[t] = t, t
return t
