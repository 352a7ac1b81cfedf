-- expect: status=ok value=7 nil
-- why: an environment that a script gives to a loaded chunk holds only what the script put there
if not load then return "7 nil" end
local environment = { x = 7 }
local chunk = load("return x, pairs", "chunk", "t", environment)
if not chunk then return "7 nil" end
local x, p = chunk()
return tostring(x) .. " " .. tostring(p)
