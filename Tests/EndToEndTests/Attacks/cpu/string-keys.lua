-- expect: status=limit limit=instructions|time
-- why: a long string as a key is hashed or compared as a whole
local a, b, t = ("x"):rep(4000000), ("x"):rep(3999999), {}
b = b .. "x"
t[a] = 1
while true do local _ = t[b] end
