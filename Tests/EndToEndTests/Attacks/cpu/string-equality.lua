-- expect: status=limit limit=instructions|time
-- why: one instruction that looks at megabytes of two equal strings
local a, b = ("x"):rep(8000000) .. "a", ("x"):rep(8000000) .. "b"
while true do local _ = a == b end
