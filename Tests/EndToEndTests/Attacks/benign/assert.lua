-- expect: status=ok value=5 | false nope | assertion failed!
-- why: assert passes values on and raises messages
local _, default = pcall(assert, false)
local ok, message = pcall(assert, nil, "nope")
return assert(5, "unused") .. " | " .. tostring(ok) .. " " .. message .. " | " .. default
