-- expect: status=ok value=changed
-- why: a chunk may replace the methods of its own strings, or may not
string.format = function() return "forged" end
pcall(function() ("x").leaked = "leaked" end)
local metatable = getmetatable("")
if type(metatable) == "table" then
  metatable.__index = function() return "forged" end
  metatable.__add = function() return "forged" end
end
return "changed"
