-- expect: status=ok value=true true
-- why: level 2 blames the caller and level 0 nobody
local function check(x) error("bad " .. x, 2) end
local _, two = pcall(function() check("x") end)
local _, zero = pcall(error, "plain", 0)
return tostring(two:find(":%d+: bad x$") ~= nil) .. " " .. tostring(zero == "plain")
