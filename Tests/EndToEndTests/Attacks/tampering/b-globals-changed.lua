-- expect: status=ok value=changed
-- why: a chunk may change its own globals
leaked, print, pairs = "leaked", nil, nil
_G.tostring = function() return "forged" end
setmetatable(_G, { __index = function() return "forged" end, __newindex = function() error("closed") end })
return "changed"
