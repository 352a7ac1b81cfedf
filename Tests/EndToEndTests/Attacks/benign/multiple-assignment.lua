-- expect: status=ok value=2 1 3 nil
-- why: right sides are evaluated before anything is assigned
local a, b = 1, 2
a, b = b, a
local function three() return 3, 4 end
local c, d = (three())
return a .. " " .. b .. " " .. c .. " " .. tostring(d)
