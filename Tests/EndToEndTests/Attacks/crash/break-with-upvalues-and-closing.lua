-- expect: status=ok value=1 2 closed
-- why: variables that are both captured and next to a closing one
local functions, seen = {}, "open"
while true do
  local a = 1
  local x <close> = setmetatable({}, { __close = function() seen = "closed" end })
  local b = 2
  functions[1] = function() return a end
  functions[2] = function() return b end
  if a then break end
end
return functions[1]() .. " " .. functions[2]() .. " " .. seen
