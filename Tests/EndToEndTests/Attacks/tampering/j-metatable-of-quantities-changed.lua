-- expect: status=ok value=tried
-- why: a chunk tries to change what all quantities share
local amount = quantity "1元"
pcall(function() getmetatable(amount).__add = function() return 0 end end)
pcall(function() amount.__index = {} end)
pcall(rawset, amount, "to", type)
quantity, sum, min, max = nil, nil, nil, nil
return "tried"
