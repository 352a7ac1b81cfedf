-- expect: status=ok value=a 1 b 2 nil
-- why: `next` is called by hand
local t = { a = 1, b = 2 }
local k1, v1 = next(t)
local k2, v2 = next(t, k1)
return k1 .. " " .. v1 .. " " .. k2 .. " " .. v2 .. " " .. tostring(next(t, k2))
