-- expect: status=ok value=x y
-- why: `and` and `or` as an index
local t, a = { x = "x", y = "y" }, nil
return t[a or "x"] .. " " .. t[not a and "y"]
